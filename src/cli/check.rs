//! `grappe check`: all that is wrong, and nothing written unless it is asked for.

use clap::Args;

use super::fault::Fault;
use super::{CommandResult, Common, Telling, mend, site};
use crate::baseline::{self, Baseline};
use crate::build::{Analysis, Options, analyse};
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;

/// What `grappe check` understands.
#[derive(Args)]
pub(super) struct Arguments {
    /// Vérifie le site tel qu'on le connaissait ce jour-là : 2023-03-27
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Vérifie aussi les brouillons comme s'ils paraissaient
    #[arg(long)]
    drafts: bool,
    /// Accepte les avertissements d'aujourd'hui : les prochains contrôles ne diront que les nouveaux
    #[arg(long, conflicts_with = "fix")]
    baseline: bool,
    #[command(flatten)]
    mending: Mending,
    #[command(flatten)]
    telling: Telling,
}

/// What is to be mended.
#[derive(Args)]
struct Mending {
    /// Corrige ce qui peut l'être à coup sûr, après avoir montré les corrections
    #[arg(long)]
    fix: bool,
    /// Avec --fix : montre les corrections sans les faire
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// Avec --fix : reprend les dernières corrections
    #[arg(long, requires = "fix", conflicts_with = "dry_run")]
    undo: bool,
}

pub(super) fn run(arguments: &Arguments, common: &Common, locale: Locale) -> CommandResult {
    let world = site::open(common, arguments.date.as_deref())?.rereading();
    let options = Options { with_unpublished: arguments.drafts, ..Options::default() };
    let mending = &arguments.mending;
    if mending.undo {
        mend::undo(common, locale)?;
    } else if mending.fix {
        mend::fix(&analyse(&world, options)?.diagnostics, &world, common, mending.dry_run, locale)?;
    }
    let Analysis { mut diagnostics, site } = analyse(&world, options)?;
    // The end of the process gives all of it back at once, which is quicker than piece by piece.
    std::mem::forget(site);
    if arguments.baseline {
        accept(&diagnostics, &Baseline::read(&world)?, common, locale)?;
        // What was wrong in the file is there no more.
        diagnostics.retain(|diagnostic| diagnostic.place.file.as_str() != baseline::FILE);
    }
    let is_clean = diagnostics.is_empty();
    let exit = arguments.telling.tell(diagnostics, &world, locale)?;
    if is_clean && arguments.telling.is_human() {
        anstream::println!(
            "{}",
            match locale {
                Locale::French => "Tout est juste.",
                Locale::English => "All is well.",
            }
        );
    }
    Ok(exit)
}

/// Writes the baseline of a site; where there is nothing to accept, the site needs none.
fn accept(
    diagnostics: &[Diagnostic],
    before: &Baseline,
    common: &Common,
    locale: Locale,
) -> Result<(), Fault> {
    let accepted = Baseline::of(diagnostics).with_notes_of(before);
    let path = common.site.join(baseline::FILE);
    let written = if accepted.has_nothing_to_say() && path.exists() {
        std::fs::remove_file(&path)
    } else if accepted.has_nothing_to_say() {
        Ok(())
    } else {
        std::fs::write(&path, accepted.text())
    };
    written.map_err(|source| Fault::File { path, source })?;
    let (count, file) = (accepted.len(), baseline::FILE);
    match locale {
        Locale::French => anstream::println!("Acceptés pour l’instant, dans {file}\u{A0}: {count}"),
        Locale::English => anstream::println!("Accepted for now, in {file}: {count}"),
    }
    Ok(())
}
