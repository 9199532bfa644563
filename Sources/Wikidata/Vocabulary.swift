/// Properties that are read, by their numbers in Wikidata.
enum Property: String, CodingKey, CaseIterable {
    case instanceOf = "P31"
    case subclassOf = "P279"
    case gender = "P21"
    case positionHeld = "P39"
    case occupation = "P106"
    case birth = "P569"
    case death = "P570"
    case inception = "P571"
    case dissolution = "P576"
    case startTime = "P580"
    case endTime = "P582"
    /// What a woman who has the office is called: “Bürgermeisterin”.
    case femaleForm = "P2521"
}

/// Items that mean something to the import.
package enum Vocabulary {
    static let human = ItemID(number: 5)
    static let male = ItemID(number: 6_581_097)
    static let female = ItemID(number: 6_581_072)

    /// What offices and occupations are said to be, so that their names are kept when they come before whoever has them.
    static let positions: Set<ItemID> = ids(
        4_164_871,  // position
        294_414,  // public office
        17_279_032,  // elective office
        114_962_596,  // historical position
        12_737_077,  // occupation
        28_640,  // profession
        48_352,  // head of state
        2_285_706,  // head of government
        14_212,  // prime minister
        83_307,  // minister
        486_839,  // member of parliament
        30_185)  // mayor

    /// Kinds of bodies that speak in news. Of each only what is said to be just that is taken, since what is a kind of what is
    /// told by other items.
    package static let bodies: Set<ItemID> = ids(
        43_229,  // organization
        7_278,  // political party
        783_794,  // company
        4_830_453,  // business
        6_881_511,  // enterprise
        891_723,  // public company
        22_687,  // bank
        66_344,  // central bank
        484_652,  // international organization
        245_065,  // intergovernmental organization
        79_913,  // non-governmental organization
        163_740,  // nonprofit organization
        708_676,  // charitable organization
        157_031,  // foundation
        48_204,  // voluntary association
        178_790,  // trade union
        327_333,  // government agency
        192_350,  // ministry
        732_717,  // law enforcement agency
        41_487,  // court
        35_749,  // parliament
        11_204,  // legislature
        3_918,  // university
        31_855,  // research institute
        16_917,  // hospital
        192_283,  // news agency
        11_032,  // newspaper
        1_110_794,  // daily newspaper
        476_028)  // association football club

    private static func ids(_ numbers: UInt32...) -> Set<ItemID> { Set(numbers.map { ItemID(number: $0) }) }
}
