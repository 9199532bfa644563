import Inbox

// The inbox and the journal have words in common, and a module that holds a type of its own name cannot be named.
typealias InboxArrival = Arrival
typealias InboxOutcome = Outcome
