/// What recurs, and what hangs on something else, in a plan for 2026.
extension DeadlineForm {
    /// What recurs.
    static let recurrences = parsed(
        """
        ngày 05 hằng tháng
          recurring monthly
        Trước ngày 05 hằng tháng
          recurring before monthly
        trước ngày 20 tháng cuối quý
          recurring before quarterly
        Trước ngày 20 của tháng cuối quý
          recurring before quarterly
        02 năm/lần
          recurring periodic
        thứ Sáu hằng tuần
          recurring weekly
        Thứ 6 hàng tuần
          recurring weekly
        hằng ngày
          recurring continuous
        mỗi tháng một lần
          recurring monthly
        Mỗi quý 01 lần
          recurring quarterly
        ít nhất 01 lần/quý
          recurring quarterly
        Tối thiểu 02 lần/năm
          recurring twiceYearly
        Định kỳ và đột xuất
          recurring periodic
        31/12 hàng năm
          recurring annual
        Trước ngày 31/12 hằng năm
          recurring before annual
        Giữa tháng
          recurring monthly
        đầu quý
          recurring quarterly
        Hàng quý
          recurring quarterly
        hàng quý và năm
          recurring quarterly+annual
        định kỳ 6 tháng/ lần
          recurring semiannual
        01 năm 2 lần (6 tháng/lần)
          recurring twiceYearly
        2 lần/năm và ngày 13/10
          recurring twiceYearly
          date 2026-10-13..2026-10-13 on
          ! assumedYear
        trước ngày 15 của tháng cuối kỳ báo cáo
          recurring before periodic
        ngày 05 và ngày 20 hằng tháng
          recurring monthly
        Trước 16h00 thứ Sáu hằng tuần
          recurring before weekly
        Ngày làm việc cuối cùng của tháng
          recurring monthly
        Ngày cuối cùng của quý
          recurring quarterly
        Ban hành trong Quý I/2026, triển khai thực hiện thường xuyên
          quarter 2026-01-01..2026-03-31 within [Ban hành]
          recurring continuous
        Thường xuyên, báo cáo trước ngày 10 tháng cuối quý
          recurring continuous
          recurring before quarterly [báo cáo]
        Báo cáo định kỳ hằng tháng trước ngày 25
          recurring before monthly [Báo cáo]
        Trước ngày 25 hằng tháng
          recurring before monthly
        Trước ngày 15 tháng 6 và 15 tháng 12 hằng năm
          recurring before annual
          recurring before annual
        Tháng 6 và tháng 12 hằng năm
          recurring annual
          recurring annual
        Các tháng trong năm 2026
          recurring 2026-01-01..2026-12-31 within monthly
        Hằng năm, giai đoạn 2026-2030
          recurring 2026-01-01..2030-12-31 within annual
        Định kỳ hằng quý (trước ngày 15 tháng cuối quý)
          recurring before quarterly
        Định kỳ 6 tháng, 01 năm
          recurring semiannual+annual
        6 tháng/01 lần
          recurring semiannual
        Quý I, Quý III hằng năm
          recurring annual
          recurring annual
        Hằng tuần (thứ Sáu)
          recurring weekly
        Chiều thứ Sáu hằng tuần
          recurring weekly
        Duy trì thường xuyên, liên tục
          recurring continuous [Duy trì]
        Thường xuyên; sơ kết 6 tháng, tổng kết năm
          recurring continuous
          recurring semiannual [sơ kết]
          recurring annual [tổng kết]
        Báo cáo Quý I, 6 tháng, 9 tháng, năm
          quarter 2026-01-01..2026-03-31 within [Báo cáo]
          recurring semiannual+nineMonth+annual [Báo cáo]
          ! assumedYear
        Báo cáo quý (ngày 15 tháng cuối quý), năm (15/12)
          recurring quarterly [Báo cáo]
          date 2026-12-15..2026-12-15 on annual [Báo cáo năm]
          ! assumedYear
        Trước ngày 30 tháng 9 hằng năm
          recurring before annual
        Ngày 28 hằng tháng
          recurring monthly
        Tháng 11 hàng năm
          recurring annual
        Trước ngày 20 của tháng cuối quý; báo cáo năm trước ngày 10/12
          recurring before quarterly
          date ..2026-12-10 before annual [báo cáo năm]
          ! assumedYear
        Xuyên suốt trong năm
          recurring 2026-01-01..2026-12-31 within continuous
          ! assumedYear
        Quanh năm
          recurring continuous
        3 tháng 1 lần
          recurring quarterly
        Tối thiểu mỗi quý 1 lần
          recurring quarterly
        Ít nhất 1 lần/năm
          recurring annual
        01 lần/tháng
          recurring monthly
        1 lần/6 tháng
          recurring semiannual
        5 năm/lần
          recurring periodic
        Hai năm một lần
          recurring periodic
        Thứ Hai tuần đầu tiên của tháng
          recurring monthly
        Ngày 01 và 15 hằng tháng
          recurring monthly
        Trước ngày 15/12 hằng năm theo Công văn số 45/SNV-CCHC
          recurring before annual
        T6 hằng tuần
          recurring weekly
        6 tháng/lần (tháng 6, 12)
          recurring semiannual
        Định kỳ 2 năm/lần
          recurring periodic
        Ngày 20 tháng cuối quý
          recurring quarterly
        Tháng cuối quý
          recurring quarterly
        Ngày 20 của tháng cuối mỗi quý
          recurring quarterly
        Báo cáo tháng: trước ngày 20 hằng tháng; Báo cáo quý: trước ngày 20 tháng cuối quý
          recurring before monthly [Báo cáo]
          recurring before quarterly [Báo cáo]
        Báo cáo kết quả hằng quý, trước ngày 20
          recurring before quarterly [Báo cáo kết quả]
        """)

    /// What hangs on an event or another document.
    static let events = parsed(
        """
        Năm học 2025-2026
          relative within <Năm học 2025-2026>
        Năm học 2025 - 2026
          relative within <Năm học 2025 - 2026>
        trong nhiệm kỳ
          relative within <nhiệm kỳ>
        Nhiệm kỳ 2025-2030
          relative within <Nhiệm kỳ 2025-2030>
        khi có yêu cầu
          relative after <có yêu cầu>
        Đột xuất
          relative
        Đột xuất khi có yêu cầu
          relative after <có yêu cầu>
        theo tiến độ
          asRegulated <tiến độ>
        Theo tiến độ dự án
          asRegulated <tiến độ dự án>
        Trong vòng 05 ngày làm việc kể từ ngày nhận hồ sơ
          relative within P5D after working <ngày nhận hồ sơ>
        Trong vòng 5 ngày làm việc
          relative within P5D working
        trong thời hạn 15 ngày kể từ ngày ký
          relative within P15D after <ngày ký>
        Trong thời hạn 10 ngày, kể từ ngày 01/3/2026
          relative ..2026-03-11 within P10D after <ngày 01/3/2026> @2026-03-01
        Ngay sau khi Kế hoạch được ban hành
          relative after <Kế hoạch được ban hành>
        Ngay sau khi có văn bản chỉ đạo
          relative after <có văn bản chỉ đạo>
        Trước Tết Nguyên đán
          relative before <Tết Nguyên đán>
        Dịp Tết Nguyên đán Bính Ngọ 2026
          relative on <Tết Nguyên đán Bính Ngọ 2026>
        Chậm nhất là 15 ngày kể từ ngày được phê duyệt
          relative by P15D after <ngày được phê duyệt>
        Sau 10 ngày kể từ ngày Quyết định có hiệu lực
          relative after P10D after <ngày Quyết định có hiệu lực>
        Trước 15 ngày so với ngày diễn ra kỳ họp
          relative before P15D before <ngày diễn ra kỳ họp>
        Chậm nhất 05 ngày trước khi khai mạc
          relative by P5D before <khai mạc>
        10 ngày trước ngày 30/6/2026
          relative by P10D before <ngày 30/6/2026> @2026-06-30
        Chậm nhất 03 ngày trước ngày 15 hằng tháng
          relative by P3D before <ngày 15 hằng tháng>
        Theo Kế hoạch 27/KH-UBND
          asRegulated <Kế hoạch 27/KH-UBND>
        Theo Kế hoạch số 27/KH-UBND ngày 15/01/2026 của UBND tỉnh
          asRegulated <Kế hoạch số 27/KH-UBND ngày 15/01/2026 của UBND tỉnh>
        Theo quy định Luật ngân sách
          asRegulated <quy định Luật ngân sách>
        theo kế hoạch đề ra
          asRegulated <kế hoạch đề ra>
        Theo quy định
          asRegulated <quy định>
        Theo hướng dẫn của Bộ Nội vụ
          asRegulated <hướng dẫn của Bộ Nội vụ>
        Thực hiện theo Quyết định số 766/QĐ-TTg
          asRegulated <Quyết định số 766/QĐ-TTg>
        Trong 05 (năm) ngày làm việc kể từ ngày nhận đủ hồ sơ
          relative within P5D after working <ngày nhận đủ hồ sơ>
        Chậm nhất sau 10 ngày làm việc kể từ ngày kết thúc quý
          relative by P10D after working <ngày kết thúc quý>
        Chậm nhất là 15 ngày kể từ ngày ký Quyết định này
          relative ..2026-02-15 by P15D after <ngày ký Quyết định này> @2026-01-31
        Trong vòng 01 tháng sau khi Kế hoạch được phê duyệt
          relative within P1M after <Kế hoạch được phê duyệt>
        Trong vòng 24 giờ kể từ khi tiếp nhận
          relative within PT24H after <tiếp nhận>
        Sau 10 ngày
          relative after P10D after
        Trong 5 ngày
          relative within P5D
        Đầu năm học 2026-2027
          relative within <Đầu năm học 2026-2027>
        Trong dịp Tết Nguyên đán
          relative on <Tết Nguyên đán>
        Sau khi Nghị quyết của HĐND tỉnh được thông qua
          relative after <Nghị quyết của HĐND tỉnh được thông qua>
        Ngay sau khi Trung ương ban hành hướng dẫn
          relative after <Trung ương ban hành hướng dẫn>
        Sau 30 ngày kể từ ngày có Báo cáo PAPI 2025
          relative after P30D after <ngày có Báo cáo PAPI 2025>
        Trong vòng 15 ngày kể từ ngày công bố kết quả Chỉ số
          relative within P15D after <ngày công bố kết quả Chỉ số>
        05 ngày làm việc sau khi nhận được văn bản
          relative within P5D after working <nhận được văn bản>
        Theo Kế hoạch thanh tra năm 2026
          asRegulated <Kế hoạch thanh tra năm 2026>
        Theo kế hoạch kiểm tra CCHC năm 2026 của UBND tỉnh
          asRegulated <kế hoạch kiểm tra CCHC năm 2026 của UBND tỉnh>
        Theo yêu cầu của UBND tỉnh
          asRegulated <yêu cầu của UBND tỉnh>
        Theo lộ trình của Bộ Thông tin và Truyền thông
          asRegulated <lộ trình của Bộ Thông tin và Truyền thông>
        Theo Quyết định số 12/2025/QĐ-UBND ngày 20/5/2025
          asRegulated <Quyết định số 12/2025/QĐ-UBND ngày 20/5/2025>
        Khi có phát sinh
          relative after <có phát sinh>
        Khi phát sinh hồ sơ
          relative after <phát sinh hồ sơ>
        Không quá 03 ngày làm việc
          relative by P3D working
        Trước kỳ họp HĐND cuối năm
          relative before <kỳ họp HĐND cuối năm>
        Sau Đại hội Đảng bộ các cấp
          relative after <Đại hội Đảng bộ các cấp>
        03 tháng kể từ ngày 30/11/2025
          relative ..2026-02-28 within P3M after <ngày 30/11/2025> @2025-11-30
        02 tuần sau ngày 01/6/2026
          relative ..2026-06-15 within P2W after <ngày 01/6/2026> @2026-06-01
        Sau 15 ngày kể từ ngày 01/6/2026
          relative 2026-06-16.. after P15D after <ngày 01/6/2026> @2026-06-01
        Sau 15 ngày làm việc kể từ ngày 01/6/2026
          relative after P15D after working <ngày 01/6/2026> @2026-06-01
        01 năm kể từ ngày ký Quyết định này
          relative ..2027-01-31 within P1Y after <ngày ký Quyết định này> @2026-01-31
          ! yearOutsidePeriod
        Trong thời hạn 30 ngày kể từ ngày Kế hoạch này được ban hành
          relative within P30D after <ngày Kế hoạch này được ban hành>
        Thực hiện theo Kế hoạch số 10/KH-UBND; báo cáo trước 30/11
          asRegulated <Kế hoạch số 10/KH-UBND>
          date ..2026-11-30 before [báo cáo]
          ! assumedYear
        Trước khi trình HĐND tỉnh 15 ngày
          relative before P15D before <trình HĐND tỉnh>
        15 ngày trước kỳ họp
          relative by P15D before <kỳ họp>
        trước kỳ họp 05 ngày làm việc
          relative before P5D before working <kỳ họp>
        Sau khi kết thúc quý 10 ngày
          relative after P10D after <kết thúc quý>
        15 ngày kể từ ngày Quyết định này được ký ban hành
          relative ..2026-02-15 within P15D after <ngày Quyết định này được ký ban hành> @2026-01-31
        """)
}
