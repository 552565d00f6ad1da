//! What grappe wrote to an output folder, so that it removes only its own.
//!
//! The manifest lists the files of the last build that ended. The journal lists those that a build
//! may have made before it was cut short; the next build counts them as its own.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use crate::date::Date;
use crate::model::Moment;

const MANIFEST: &str = ".grappe-manifest";
const JOURNAL: &str = ".grappe-journal";

/// What opens the line that says what a build was made for.
const NOTE: &str = "# ";

/// What follows the day of a build with texts that the public cannot read.
const UNPUBLISHED: &str = " drafts";

/// What follows the day of a build to be published.
const RELEASE: &str = " release";

/// What a build was made for.
#[derive(Clone, Copy, Debug)]
pub struct BuiltFor {
    /// The day, and what shows.
    pub moment: Moment,
    /// Whether it was to be published.
    pub is_release: bool,
}

/// The files, below an output folder, that grappe made or may have made.
pub(super) struct Ledger {
    /// Files of the last build, and of one that was cut short.
    pub files: BTreeSet<String>,
    /// Whether grappe ever wrote to the folder.
    pub is_ours: bool,
    /// Whether the last build was cut short.
    pub was_cut_short: bool,
    /// What the last build that ended was made for; nothing where it did not say.
    pub built_for: Option<BuiltFor>,
}

impl Ledger {
    /// Reads the ledger of a folder.
    pub(super) fn read(folder: &Path) -> io::Result<Self> {
        let manifest = read_list(&folder.join(MANIFEST))?;
        let journal = read_list(&folder.join(JOURNAL))?;
        let was_cut_short = journal.is_some();
        let is_ours = manifest.is_some() || was_cut_short;
        let built_for = manifest.iter().flatten().find_map(|line| read_note(line));
        let lines = manifest.into_iter().chain(journal).flatten();
        let files = lines.filter(|line| !line.starts_with(NOTE)).collect();
        Ok(Self { files, is_ours, was_cut_short, built_for })
    }

    /// Notes the files that a build is about to make.
    pub(super) fn begin<'a>(folder: &Path, files: impl Iterator<Item = &'a String>) -> io::Result<()> {
        fs::write(folder.join(JOURNAL), list(files))
    }

    /// Notes the files of a build that ended.
    pub(super) fn end(
        folder: &Path,
        files: &BTreeSet<String>,
        built_for: Option<BuiltFor>,
    ) -> io::Result<()> {
        let note = built_for.map(|BuiltFor { moment, is_release }| {
            let drafts = if moment.with_unpublished { UNPUBLISHED } else { "" };
            let release = if is_release { RELEASE } else { "" };
            format!("{NOTE}{}{drafts}{release}\n", moment.today)
        });
        let text = note.unwrap_or_default() + &list(files);
        let manifest = folder.join(MANIFEST);
        if fs::read(&manifest).is_ok_and(|before| before == text.as_bytes()) {
            return fs::remove_file(folder.join(JOURNAL));
        }
        let staged = folder.join(format!("{MANIFEST}.new"));
        fs::write(&staged, text)?;
        fs::rename(&staged, &manifest)?;
        fs::remove_file(folder.join(JOURNAL))
    }

    /// Whether a name at the top of an output folder is the ledger's own.
    pub(super) fn is_own_name(name: &str) -> bool {
        name == MANIFEST || name == JOURNAL
    }
}

/// `# 2026-11-21`, `# 2026-11-21 drafts` or `# 2026-11-21 release`.
fn read_note(line: &str) -> Option<BuiltFor> {
    let note = line.strip_prefix(NOTE)?;
    let (note, is_release) = without(note, RELEASE);
    let (day, with_unpublished) = without(note, UNPUBLISHED);
    let moment = Moment { today: Date::parse(day).ok()?.first, with_unpublished };
    Some(BuiltFor { moment, is_release })
}

/// A text without its end, and whether it had that end.
fn without<'a>(text: &'a str, end: &str) -> (&'a str, bool) {
    text.strip_suffix(end).map_or((text, false), |rest| (rest, true))
}

fn list<'a>(files: impl IntoIterator<Item = &'a String>) -> String {
    files.into_iter().flat_map(|file| [file.as_str(), "\n"]).collect()
}

/// A list that is not there is nothing; a name that leads out of the folder is not believed.
fn read_list(path: &Path) -> io::Result<Option<Vec<String>>> {
    match fs::read_to_string(path) {
        Ok(text) => {
            let is_inside = |name: &&str| !name.starts_with('/') && !name.split('/').any(|part| part == "..");
            Ok(Some(text.lines().filter(is_inside).map(str::to_owned).collect()))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
