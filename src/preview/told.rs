//! All that a writer is told: what the rules found, what pages said when they were made, and why the
//! site could not be looked at.

use std::borrow::Cow;

use super::{PageFault, Snapshot, Trouble};
use crate::check::check_theme;
use crate::diagnostic::{Diagnostic, sorted};
use crate::locale::Wording;
use crate::plan::Address;
use crate::theme::ThemeFault;
use crate::wording;

/// All that is wrong in the files of a site.
pub(super) fn told<'a>(snapshot: &'a Snapshot, faults: &[(Address, PageFault)]) -> Cow<'a, [Diagnostic]> {
    let of_theme = |(_, fault): &(Address, PageFault)| match fault {
        PageFault::Theme(fault) => Some(fault.clone()),
        PageFault::Crash => None,
    };
    let faults: Vec<ThemeFault> = faults.iter().filter_map(of_theme).collect();
    match &snapshot.site {
        Some(site) if !faults.is_empty() => {
            let of_pages = check_theme(&faults, &site.federation.config);
            Cow::Owned(sorted(snapshot.told.iter().cloned().chain(of_pages).collect()))
        }
        _ => Cow::Borrowed(&snapshot.told),
    }
}

/// What is wrong outside of the files; nothing where all is well.
pub(super) fn notice(snapshot: &Snapshot, faults: &[(Address, PageFault)]) -> Option<Wording> {
    let crashed = faults.iter().find(|(_, fault)| *fault == PageFault::Crash);
    snapshot.trouble.as_ref().map(trouble).or_else(|| crashed.map(|(address, _)| page_crash(address)))
}

fn trouble(trouble: &Trouble) -> Wording {
    match trouble {
        Trouble::World(error) => {
            let (path, source) = (&error.path, &error.source);
            wording!(
                "`{path}` ne peut pas être lu ({source}) : vérifiez que ce fichier est là et que vous y avez accès.",
                "`{path}` cannot be read ({source}): see that it is there and that you have access to it.",
            )
        }
        Trouble::NoContent => wording!(
            "Le site n'a plus de contenu : remettez son dossier à sa place.",
            "The site has no content any more: put its folder back in its place.",
        ),
        Trouble::Crash => wording!(
            "Un défaut de grappe l'a empêché de lire votre dernière modification : reprenez-la, et signalez ce défaut.",
            "A defect of grappe kept it from reading your last edit: take it back, and report the defect.",
        ),
    }
}

fn page_crash(address: &Address) -> Wording {
    wording!(
        "Un défaut de grappe l'a empêché de faire la page `{address}` : signalez-le.",
        "A defect of grappe kept it from making the page `{address}`: report it.",
    )
}
