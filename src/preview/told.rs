//! All that a writer is told: what the rules found, what pages said when they were made, and why the
//! site could not be looked at.

use std::borrow::Cow;

use super::{PageFault, Snapshot, Trouble};
use crate::check::check_theme;
use crate::config;
use crate::diagnostic::{Diagnostic, Severity, sorted};
use crate::locale::Wording;
use crate::plan::Address;
use crate::source::{FilePath, Place, Span};
use crate::wording;

/// The code of what is wrong outside of the content: no rule tells it.
const CODE: &str = "preview";

/// All that a writer is told of a state of the site.
pub(super) fn told<'a>(snapshot: &'a Snapshot, faults: &[(Address, PageFault)]) -> Cow<'a, [Diagnostic]> {
    if faults.is_empty() && snapshot.trouble.is_none() {
        return Cow::Borrowed(&snapshot.told);
    }
    let mut all = snapshot.told.to_vec();
    for (address, fault) in faults {
        match (fault, &snapshot.site) {
            (PageFault::Theme(fault), Some(site)) => {
                all.extend(check_theme(std::slice::from_ref(fault), &site.federation.config));
            }
            _ => all.push(crash(&format!("« {address} »"))),
        }
    }
    all.extend(snapshot.trouble.as_ref().map(trouble));
    Cow::Owned(sorted(all))
}

fn trouble(trouble: &Trouble) -> Diagnostic {
    match trouble {
        Trouble::World(error) => {
            let (path, source) = (&error.path, &error.source);
            let message =
                wording!("`{path}` ne peut pas être lu ({source})", "`{path}` cannot be read ({source})");
            outside(path, message).hint(wording!(
                "vérifiez que le fichier est là et que vous y avez accès",
                "see that the file is there and that you have access to it",
            ))
        }
        Trouble::NoContent => {
            let message = wording!("le site n'a plus de contenu", "the site has no content any more");
            outside(config::FILE, message).hint(wording!(
                "remettez le dossier du contenu à sa place",
                "put the folder of the content back in its place",
            ))
        }
        Trouble::Crash => crash("site-config.toml"),
    }
}

fn crash(of: &str) -> Diagnostic {
    let message = wording!(
        "grappe n'a pas pu faire {of} : c'est un défaut de grappe",
        "grappe could not make {of}: that is a defect of grappe",
    );
    outside(config::FILE, message).hint(wording!(
        "reprenez votre dernière modification, et signalez ce défaut",
        "take your last edit back, and report this defect",
    ))
}

fn outside(file: &str, message: Wording) -> Diagnostic {
    Diagnostic {
        code: CODE,
        severity: Severity::Error,
        title: wording!("l'aperçu est arrêté", "the preview has stopped"),
        place: Place::new(&FilePath::new(file), Span::default()),
        message,
        labels: Vec::new(),
        hints: Vec::new(),
        fix: None,
    }
}
