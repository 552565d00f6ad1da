//! `grappe build`: checks the site, and writes it where nothing refuses it.

mod timings;

use std::collections::BTreeSet;
use std::mem::ManuallyDrop;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use clap::Args;

use super::fault::Fault;
use super::{CommandResult, Common, Exit, Telling, site};
use crate::build::{Options, analyse_by_steps};
use crate::check::check_theme;
use crate::diagnostic::Diagnostic;
use crate::host::{Changes, DiskMemory, DiskWorld, Stopwatch, Target, WriteError, release, write};
use crate::locale::Locale;
use crate::output::Site;
use crate::published;
use crate::timings::Step;

/// What `grappe build` understands.
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that a person gives or not")]
pub(super) struct Arguments {
    /// Le dossier où écrire le site
    #[arg(long, value_name = "DOSSIER")]
    output: Option<PathBuf>,
    /// Construit le site tel qu'on le connaissait ce jour-là : 2023-03-27
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Montre aussi les brouillons
    #[arg(long)]
    drafts: bool,
    /// Dit ce qui changerait, sans rien écrire
    #[arg(long)]
    dry_run: bool,
    /// Construit le site à publier : pages mesurées et contrôlées, copies compressées
    #[arg(long, conflicts_with = "drafts")]
    release: bool,
    /// Note les adresses publiées dans published-addresses.txt
    #[arg(long, conflicts_with_all = ["date", "drafts", "dry_run"])]
    record: bool,
    /// Dit où passe le temps : étapes, gabarits et adresses les plus lents
    #[arg(long)]
    timings: bool,
    #[command(flatten)]
    telling: Telling,
}

pub(super) fn run(arguments: &Arguments, common: &Common, locale: Locale) -> CommandResult {
    let start = Instant::now();
    let world = site::open(common, arguments.date.as_deref())?.witnessed().rereading();
    let options = Options { with_unpublished: arguments.drafts, is_release: arguments.release };
    let watch = arguments.timings.then(|| Arc::new(Stopwatch::started()));
    let begin = |step| watch.iter().for_each(|watch| watch.begin(step));
    let analysis = analyse_by_steps(&world, options, &begin)?;
    let telling = &arguments.telling;
    let mut diagnostics = analysis.diagnostics;
    let is_refused = telling.refuses(&diagnostics, &world)?;
    // The end of the process gives all of it back at once, which is quicker than piece by piece.
    let site = analysis.site.map(ManuallyDrop::new);
    let Some(built) = site.filter(|_| !is_refused) else {
        let exit = telling.tell(diagnostics, &world, locale)?;
        tell_refusal(locale);
        return Ok(if exit == Exit::Fine { Exit::Content } else { exit });
    };
    let folder = arguments.output.clone().unwrap_or_else(|| common.site.join("public"));
    let target = Target { folder, is_dry: arguments.dry_run, watch: watch.clone() };
    let written = if arguments.release {
        release_site(&built, &world, &target, arguments, common)
    } else {
        write(&built, &world, &target).map(|changes| (changes, Vec::new()))
    };
    match written {
        Ok((changes, found)) => {
            begin(Step::Telling);
            diagnostics.extend(found);
            telling.tell(diagnostics, &world, locale)?;
            tell_changes(&changes, &target, start, locale);
            if let Some(watch) = &watch {
                timings::tell(watch, &built, &changes, &target, locale);
            }
            if arguments.record {
                record(&built, common, locale)?;
            }
            Ok(Exit::Fine)
        }
        Err(WriteError::Refused(audit)) => {
            diagnostics.extend(audit.diagnostics);
            let exit = telling.tell(diagnostics, &world, locale)?;
            tell_refusal(locale);
            Ok(exit)
        }
        Err(WriteError::Theme(fault)) => {
            diagnostics.extend(check_theme(&[fault], &built.federation.config));
            let exit = telling.tell(diagnostics, &world, locale)?;
            tell_refusal(locale);
            Ok(exit)
        }
        Err(error) => Err(error.into()),
    }
}

/// Writes the site as it is published; gives back what was found in pages that does not refuse it.
fn release_site(
    built: &Site,
    world: &DiskWorld,
    target: &Target,
    arguments: &Arguments,
    common: &Common,
) -> Result<(Changes, Vec<Diagnostic>), WriteError> {
    let memory = DiskMemory::of_site(&common.site);
    // A baseline that cannot be read was told before anything was made.
    let refuses = |found: &[Diagnostic]| arguments.telling.refuses(found, world).unwrap_or(true);
    let (changes, audit) = release(built, world, target, &memory, refuses)?;
    Ok((changes, audit.diagnostics))
}

/// Adds the addresses of the site to those once published. A day that was asked for and drafts are
/// refused with it: what they show is not published.
fn record(site: &Site, common: &Common, locale: Locale) -> Result<(), Fault> {
    let published = &site.federation.published;
    let addresses: Vec<&str> = site.plan.lasting_routes().map(|route| route.address.as_str()).collect();
    let known: BTreeSet<&str> = published.lines.iter().map(|line| line.address.as_ref()).collect();
    let new = addresses.iter().filter(|address| !known.contains(*address)).count();
    let path = common.site.join(published::FILE);
    let text = published.with(addresses);
    std::fs::write(&path, text).map_err(|source| Fault::File { path, source })?;
    let file = published::FILE;
    match locale {
        Locale::French if new < 2 => anstream::println!("{new} adresse de plus dans {file}"),
        Locale::French => anstream::println!("{new} adresses de plus dans {file}"),
        Locale::English => anstream::println!("Addresses added to {file}: {new}"),
    }
    Ok(())
}

fn tell_refusal(locale: Locale) {
    match locale {
        Locale::French => anstream::eprintln!("Rien n’a été écrit\u{A0}: le site déjà construit est intact."),
        Locale::English => anstream::eprintln!("Nothing was written: the site built before is untouched."),
    }
}

fn tell_changes(changes: &Changes, target: &Target, start: Instant, locale: Locale) {
    if target.is_dry {
        for (mark, files) in [("+", &changes.created), ("~", &changes.changed), ("-", &changes.removed)] {
            for file in files {
                anstream::println!("{mark} {file}");
            }
        }
    }
    let (new, other) = (changes.created.len(), changes.changed.len());
    let (removed, unchanged) = (changes.removed.len(), changes.unchanged);
    let (folder, time) = (target.folder.display(), start.elapsed().as_millis());
    let total = new + other + unchanged;
    let text = match (locale, target.is_dry) {
        (Locale::French, false) => format!(
            "{total} fichiers dans {folder} : {} ({time} ms)",
            changed_words(new, other, removed, unchanged)
        ),
        (Locale::French, true) => format!(
            "Rien n’a été écrit. Dans {folder}, il y aurait {total} fichiers : {}",
            changed_words(new, other, removed, unchanged)
        ),
        (Locale::English, false) => format!(
            "{total} files in {folder}: {new} new, {other} changed, {removed} removed, {unchanged} unchanged ({time} ms)"
        ),
        (Locale::English, true) => format!(
            "Nothing was written. {folder} would hold {total} files: {new} new, {other} changed, {removed} removed, {unchanged} unchanged"
        ),
    };
    anstream::println!("{text}");
}

/// « 1 nouveau, 0 modifié, 2 supprimés, 300 inchangés »: zero and one are singular.
fn changed_words(new: usize, changed: usize, removed: usize, unchanged: usize) -> String {
    let agree =
        |count: usize, word: &str, end: &str| format!("{count} {word}{}", if count < 2 { "" } else { end });
    let words = [
        agree(new, "nouveau", "x"),
        agree(changed, "modifié", "s"),
        agree(removed, "supprimé", "s"),
        agree(unchanged, "inchangé", "s"),
    ];
    words.join(", ")
}
