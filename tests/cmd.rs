//! Transcripts of the command line, which are its documentation too: each command of
//! `tests/cmd/NAME.md` is run in a copy of `NAME.in/`, its output is what the page shows, and the
//! files of `NAME.out/` are among those it leaves.
//!
//! `TRYCMD=overwrite cargo test --test cmd` writes what is found: read it before you commit it, and
//! put `[..]` back in the place of times.

/// Noon, universal time, on 21 November 2026: the day of the other tests.
const NOW: &str = "1795262400";

#[test]
fn transcripts() {
    trycmd::TestCases::new()
        .env("SOURCE_DATE_EPOCH", NOW)
        .env("NO_COLOR", "1")
        .env("LC_ALL", "fr_FR.UTF-8")
        .case("tests/cmd/*.md");
}
