/// A rectangle on a page, in points from the top left of the upright page.
public struct PageBox: Hashable, Sendable {
    public var left: Double
    public var top: Double
    public var right: Double
    public var bottom: Double

    public init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = max(left, right)
        self.bottom = max(top, bottom)
    }

    public var width: Double { right - left }
    public var height: Double { bottom - top }
    public var centerX: Double { (left + right) / 2 }
    public var centerY: Double { (top + bottom) / 2 }

    /// The smallest rectangle around both.
    public func union(_ other: PageBox) -> PageBox {
        PageBox(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    /// How much of the lower of two rectangles' heights both share, from 0 to 1.
    public func sharedHeight(_ other: PageBox) -> Double {
        let lower = min(height, other.height)
        guard lower > 0 else { return 0 }
        return max(0, min(bottom, other.bottom) - max(top, other.top)) / lower
    }

    /// Whether a point of the page lies in it.
    public func contains(x: Double, y: Double) -> Bool { x >= left && x < right && y >= top && y < bottom }
}

extension Sequence where Element == PageBox {
    /// The smallest rectangle around all; nil for none.
    public func hull() -> PageBox? {
        reduce(nil) { hull, box in hull.map { $0.union(box) } ?? box }
    }
}
