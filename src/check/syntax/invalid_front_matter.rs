//! Une actualité ou une page ne commence pas par un en-tête, ou son en-tête n'est pas fermé. La première
//! ligne du fichier est `---`, sans ligne vide avant elle ; une autre ligne `---` vient après les clés.
//!
//! ## Pourquoi
//!
//! L'en-tête porte le titre et, pour une actualité, la date. Tant qu'il ne se lit pas, ni les clés ni les
//! liens du fichier ne sont contrôlés.
//!
//! ## Exemple
//!
//! ```markdown
//! title: Contact
//!
//! Tournez-vous vers le pôle.
//! ```
//!
//! ## Mieux
//!
//!  ```markdown
//!  ---
//!  title: Contact
//!  ---
//!
//!  Tournez-vous vers le pôle.
//!  ```
//! ---
//! A post or a page does not begin with a front matter, or its front matter is not closed. The first line
//! of the file is `---`, with no empty line before it; another line `---` follows the keys.
//!
//! ## Why it matters
//!
//! The front matter holds the title and, for a post, the date. As long as it cannot be read, neither the
//! keys nor the links of the file are checked.
//!
//! ## Example
//!
//! ```markdown
//! title: Contact
//!
//! Turn to the cluster.
//! ```
//!
//! ## Use instead
//!
//!  ```markdown
//!  ---
//!  title: Contact
//!  ---
//!
//!  Turn to the cluster.
//!  ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::FrontMatterError;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-front-matter",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("en-tête illisible", "invalid front matter"),
    source: include_str!("invalid_front_matter.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::InvalidFrontMatter(error) = &fault.kind {
            let message = match error {
                FrontMatterError::Missing => wording!(
                    "le fichier ne commence pas par un en-tête entre deux lignes `---`",
                    "the file does not begin with a front matter between two `---` lines",
                ),
                FrontMatterError::Unclosed => wording!(
                    "l'en-tête commence ici et n'est pas fermé par une seconde ligne `---`",
                    "the front matter begins here and is not closed by a second `---` line",
                ),
            };
            let hint = wording!(
                "la première ligne est `---`, puis viennent `title:` et les autres clés, puis une ligne `---`",
                "the first line is `---`, then `title:` and the other keys, then a line `---`",
            );
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}
