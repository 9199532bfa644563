/// The tables of the ledger, and migrations for those of older versions.
enum LedgerSchema {
    /// The tables' version, in `user_version`. That is 0 until all journals were read once.
    static let version = 3

    /// Of ledgers without `items`. Their articles are kept, and the items are added.
    static let versionWithoutItems = 1

    /// Of ledgers that do not know lost lines. `losses` is added.
    static let versionWithoutLosses = 2

    /// `journals.head` is a hash of the journal's first line. It identifies a journal by content, wherever rotation put
    /// it and whatever its inode: inodes are used again, and copies and compressed files have others.
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

    /// Few articles or none have lost their lines, so these indices cost nothing.
    private static let losses = """
        CREATE INDEX lost_articles ON articles (id) WHERE lost IS NOT NULL;
        CREATE INDEX lost_files ON articles (file) WHERE lost IS NOT NULL;

        """

    /// From `versionWithoutItems`. The new tables are filled from the journals.
    static let migrationToItems = "ALTER TABLE articles ADD COLUMN supersedes BLOB;" + items

    /// From `versionWithoutLosses`. Old ledgers do not tell rotated journals from the current one, so all are closed;
    /// reading the current one opens it again.
    static let migrationToLosses = """
        ALTER TABLE articles ADD COLUMN file BLOB;
        ALTER TABLE articles ADD COLUMN checksum INTEGER;
        ALTER TABLE articles ADD COLUMN lost INTEGER;
        UPDATE journals SET closed = 1;

        """ + losses
}
