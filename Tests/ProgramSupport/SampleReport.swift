package import Daemon
import Foundation

extension StatusReport {
    /// A report with something in every field, as a daemon sends it.
    package static func sample() -> StatusReport {
        do {
            return try decoder.decode(StatusReport.self, from: Data(sampleJSON.utf8))
        } catch {
            preconditionFailure("\(error)")
        }
    }

    private static let sampleJSON = #"""
        {
          "version": "1.2.3", "pid": 4711, "phase": "running", "started_at": "2023-11-14T22:13:20Z",
          "uptime_seconds": 93784.5, "engine": "rules", "workers": 4,
          "model": {
            "name": "en-news", "version": "1", "digest": "sha256:fedcba9876543210", "precision": "int8",
            "pieces": 51200, "pieces_per_second": 1234.5
          },
          "files": {"pending": 3, "working": 1, "done": 20, "failed": 2, "repeats": 5},
          "articles": {"written": 21, "repeats": 6, "failed": 1, "quotations": 250, "per_minute": 7},
          "rules": {
            "languages": [{"code": "en", "digest": "sha256:0123456789abcdef", "verbs": 400}], "loaded_at": "2023-11-14T22:13:21Z"
          },
          "inbox": {
            "path": "/srv/\"wire\"/inbox", "settling": 1, "stuck": 0, "scans": 9, "overflows": 1,
            "watcher_restarts": 2, "last_scan": "2023-11-14T22:13:21Z", "last_scan_seconds": 0.25,
            "stuck_folders": [{"folder": "feed", "trouble": "unmovable", "files": 2, "reason": "It is stuck."}],
            "degraded": []
          },
          "journal": {
            "path": "/srv/q.jsonl", "bytes": 5242880, "lines": 21, "waiting": 0, "median_sync_ms": 1.25,
            "ledger_bytes": 4096, "lost": 0, "notices": ["A torn journal was closed aside."]
          },
          "index": {
            "path": "/srv/q.jsonl.index", "bytes": 8192, "journal_bytes_read": 5242880, "journal_bytes": 5242880,
            "made_again": 1
          },
          "stages": {
            "read": {"count": 27, "p50_ms": 0.5, "p99_ms": 2, "total_ms": 20}, "commit": {"count": 0, "total_ms": 0}
          },
          "serving": {
            "connections": 2, "most_connections": 64, "answered": 31, "refused": 3, "malformed": 4, "delayed": 5,
            "crowded_out": 6, "timed_out": 7, "oversized": 8, "sockets_made_again": 9
          },
          "log": {"waiting": 1, "dropped": 0},
          "last_error": {
            "at": "2023-11-14T22:13:22Z", "file": "a\nb.pdf", "code": "unknown-format",
            "reason": "The file is a PDF document.", "remedy": "Extract its text first."
          },
          "degraded": [], "unhealthy": []
        }
        """#
}
