import CivilTime
import Testing

@Suite struct CivilDateTests {
    @Test(arguments: [
        (0, 1970, 1, 1), (-1, 1969, 12, 31), (11_016, 2000, 2, 29), (-719_468, 0, 3, 1), (-719_469, 0, 2, 29),
        (2_932_896, 9999, 12, 31),
    ])
    func aDayHasADateAndBack(_ days: Int, _ year: Int, _ month: Int, _ day: Int) {
        let date = CivilDate(year: year, month: month, day: day)
        #expect(CivilDate(days: days) == date && date.days == days)
    }
}
