//! `grappe check --fix`: the certain mends, shown, made, and taken back.

use super::Common;
use super::fault::Fault;
use crate::diagnostic::Diagnostic;
use crate::fix::{Change, changes};
use crate::host;
use crate::locale::Locale;
use crate::world::World;

/// Shows what can be mended for certain, then mends it unless it is only to be shown.
pub(super) fn fix(
    diagnostics: &[Diagnostic],
    world: &dyn World,
    common: &Common,
    is_dry: bool,
    locale: Locale,
) -> Result<(), Fault> {
    let changes = changes(diagnostics, world);
    for change in &changes {
        anstream::println!("{}", change.diff());
    }
    if !is_dry && !changes.is_empty() {
        host::mend(&common.site, &changes)?;
    }
    tell(&changes, is_dry, locale);
    Ok(())
}

/// Gives the files of the last mend back as they were.
pub(super) fn undo(common: &Common, locale: Locale) -> Result<(), Fault> {
    for file in host::unmend(&common.site)? {
        match locale {
            Locale::French => anstream::println!("{file} est de nouveau tel qu’avant la correction."),
            Locale::English => anstream::println!("{file} is as it was before the mend."),
        }
    }
    Ok(())
}

fn tell(changes: &[Change], is_dry: bool, locale: Locale) {
    let count: usize = changes.iter().map(|change| change.count).sum();
    let (mends, files) = (corrections(count, locale), in_files(changes.len(), locale));
    let text = match (locale, count, is_dry) {
        (Locale::French, 0, _) => "Rien ne peut être corrigé à coup sûr.".to_owned(),
        (Locale::English, 0, _) => "Nothing can be mended for certain.".to_owned(),
        (Locale::French, _, true) => {
            format!("Corrections possibles\u{A0}: {mends} dans {files}. Rien n’a été écrit.")
        }
        (Locale::English, _, true) => format!("What can be mended: {mends} in {files}. Nothing was written."),
        (Locale::French, _, false) => {
            format!("{mends} dans {files}. Pour les reprendre\u{A0}: grappe check --fix --undo")
        }
        (Locale::English, _, false) => {
            format!("{mends} in {files}. To take them back: grappe check --fix --undo")
        }
    };
    anstream::println!("{text}\n");
}

fn corrections(count: usize, locale: Locale) -> String {
    let (word, end) = match locale {
        Locale::French => ("correction", if count < 2 { "" } else { "s" }),
        Locale::English => ("mend", if count == 1 { "" } else { "s" }),
    };
    format!("{count} {word}{end}")
}

fn in_files(count: usize, locale: Locale) -> String {
    let (word, end) = match locale {
        Locale::French => ("fichier", if count < 2 { "" } else { "s" }),
        Locale::English => ("file", if count == 1 { "" } else { "s" }),
    };
    format!("{count} {word}{end}")
}
