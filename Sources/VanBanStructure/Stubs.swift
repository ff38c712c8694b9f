import VanBanModel
import VanBanReading
struct DeadlineReader { init(year: Int?, period: Period?) {}
 func read(_ cell: Stretch, in text: SourceText) -> (deadlines: [Deadline], diagnostics: [Diagnostic]) { ([], []) } }
struct AgencyGazetteer { static let shared = AgencyGazetteer() }
struct AgencyReader { init(gazetteer: AgencyGazetteer) {}
 func read(_ cell: Stretch, in text: SourceText) -> (agencies: [Agency], diagnostics: [Diagnostic]) { ([], []) } }
struct OutputItemReader { static func items(of cell: Stretch, in text: SourceText) -> [String] { [] } }
