/// The tables of the ledger, and what brings those of an older ledger up to date.
enum LedgerSchema {
    /// The tables' version, in `user_version`; 0 there until the journals were read for the first time.
    static let version = 3

    /// Of ledgers from before versions were told from each other: their articles are good, and the items are added.
    static let versionWithoutItems = 1

    /// Of ledgers from before lost lines were told: `losses` is added.
    static let versionWithoutLosses = 2

    /// `journals.head` is a hash of the journal's first line. It tells a journal by what is in it, wherever rotation
    /// put it and whatever inode it has now (inodes are used again, copies and compressed files have others).
    static let schema = """
        CREATE TABLE journals (
            id INTEGER PRIMARY KEY,
            head INTEGER NOT NULL UNIQUE,
            inode INTEGER NOT NULL,
            path TEXT NOT NULL,
            reconciled INTEGER NOT NULL,
            lines INTEGER NOT NULL,
            closed INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE articles (
            id BLOB PRIMARY KEY,
            journal INTEGER NOT NULL REFERENCES journals,
            offset INTEGER NOT NULL,
            path TEXT,
            time INTEGER NOT NULL,
            recovered INTEGER,
            supersedes BLOB,
            file BLOB,
            checksum INTEGER,
            lost INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE files (
            sha256 BLOB PRIMARY KEY,
            outcome INTEGER NOT NULL,
            articles INTEGER NOT NULL,
            time INTEGER NOT NULL,
            arrival BLOB,
            reason TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE attempts (
            key BLOB PRIMARY KEY,
            count INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        """ + items + losses

    /// An item's newest record.
    private static let items = """
        CREATE TABLE items (
            item TEXT PRIMARY KEY,
            record BLOB NOT NULL,
            version TEXT,
            withdrawal BLOB
        ) STRICT, WITHOUT ROWID;

        """

    /// Articles whose lines are gone: few or none, so these indices cost nothing.
    private static let losses = """
        CREATE INDEX lost_articles ON articles (id) WHERE lost IS NOT NULL;
        CREATE INDEX lost_files ON articles (file) WHERE lost IS NOT NULL;

        """

    /// Brings the tables of `versionWithoutItems` to those of the next; what is in the new ones, the journals tell.
    static let migrationToItems = "ALTER TABLE articles ADD COLUMN supersedes BLOB;" + items

    /// Journals that rotation put out of sight before this version look like the current one: all count as rotated, and
    /// the journal that is there is opened again when it is read.
    static let migrationToLosses = """
        ALTER TABLE articles ADD COLUMN file BLOB;
        ALTER TABLE articles ADD COLUMN checksum INTEGER;
        ALTER TABLE articles ADD COLUMN lost INTEGER;
        UPDATE journals SET closed = 1;

        """ + losses
}
