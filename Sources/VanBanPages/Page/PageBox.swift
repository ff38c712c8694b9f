/// A rectangle on a page, in points from the top left of the upright page.
package struct PageBox: Hashable, Sendable {
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double

    package init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = max(left, right)
        self.bottom = max(top, bottom)
    }

    package var width: Double { right - left }
    package var height: Double { bottom - top }
    package var centerX: Double { (left + right) / 2 }
    package var centerY: Double { (top + bottom) / 2 }

    /// The smallest rectangle around both.
    package func union(_ other: PageBox) -> PageBox {
        PageBox(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    /// How much of the lower of two rectangles' heights both share, from 0 to 1.
    package func sharedHeight(_ other: PageBox) -> Double {
        let lower = min(height, other.height)
        guard lower > 0 else { return 0 }
        return max(0, min(bottom, other.bottom) - max(top, other.top)) / lower
    }

    /// Whether a point of the page lies in it.
    package func contains(x: Double, y: Double) -> Bool { x >= left && x < right && y >= top && y < bottom }
}

extension Sequence where Element == PageBox {
    /// The smallest rectangle around all; nil for none.
    package func hull() -> PageBox? {
        reduce(nil) { hull, box in hull.map { $0.union(box) } ?? box }
    }
}
