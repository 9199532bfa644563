import CivilTime
import Glibc

/// A moment of real time, for records and the ledger; never for measuring how long something takes.
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Since 1970-01-01T00:00:00Z, leap seconds aside.
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static var now: Timestamp {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    package static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
}

// RFC 3339 by hand: a DateFormatter would cost more than the rest of a record.
extension Timestamp {
    /// RFC 3339 in UTC with milliseconds, "2026-11-23T01:02:03.004Z", for the years 0 to 9999.
    package var rfc3339: String { String(decoding: rfc3339Bytes, as: UTF8.self) }

    /// The same, shorter and without what does not suit a file name: "20261123T010203.004Z".
    package var compact: String { rfc3339.filter { $0 != "-" && $0 != ":" } }

    static let rfc3339Count = 24

    var rfc3339Bytes: [UInt8] {
        let (days, ofDay) = milliseconds.quotientAndRemainder(flooringBy: 86_400_000)
        let date = CivilDate(days: Int(days))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.rfc3339Count)
        bytes.append(digits: Int64(date.year), width: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(digits: Int64(date.month), width: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(digits: Int64(date.day), width: 2)
        bytes.append(UInt8(ascii: "T"))
        bytes.append(digits: ofDay / 3_600_000, width: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(digits: ofDay / 60_000 % 60, width: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(digits: ofDay / 1000 % 60, width: 2)
        bytes.append(UInt8(ascii: "."))
        bytes.append(digits: ofDay % 1000, width: 3)
        bytes.append(UInt8(ascii: "Z"))
        return bytes
    }

    /// Reads what `rfc3339` writes and nothing else.
    package init?(rfc3339 bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == Self.rfc3339Count else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(Int?(0)) { value, byte in
                guard let value, (0x30...0x39).contains(byte) else { return nil }
                return value * 10 + Int(byte - 0x30)
            }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
            let minute = number(14..<16), let second = number(17..<19), let milli = number(20..<23)
        else { return nil }
        let days = CivilDate(year: year, month: month, day: day).days
        self.init(
            milliseconds: Int64(days * 86_400_000 + hour * 3_600_000 + minute * 60_000 + second * 1000 + milli))
        // Writing it again checks the separators and the ranges at one go.
        guard rfc3339Bytes == bytes else { return nil }
    }
}

extension [UInt8] {
    fileprivate mutating func append(digits value: Int64, width: Int) {
        var scale: Int64 = 1
        for _ in 1..<width { scale *= 10 }
        while scale > 0 {
            append(UInt8(ascii: "0") + UInt8(value / scale % 10))
            scale /= 10
        }
    }
}
