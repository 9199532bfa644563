import Journal

typealias JournalArrival = Arrival
typealias JournalOutcome = Outcome
