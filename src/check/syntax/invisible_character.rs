//! Un caractère que personne ne voit s'est glissé dans un fichier : espace de largeur nulle, trait d'union
//! conditionnel, marque de sens d'écriture, caractère de commande… Il vient souvent d'un copier-coller. Les espaces insécables ne
//! sont pas concernées, ni ce qui lie deux émojis, ni la marque qu'un éditeur met au début du fichier.
//!
//! ## Pourquoi
//!
//! Un mot ainsi coupé peut échapper à une recherche, et le navigateur peut le couper au mauvais endroit.
//! Dans un identifiant, il rend introuvable une référence qui a l'air juste.
//!
//! ## Exemple
//!
//! ```text
//! num[U+200B]érique : une espace de largeur nulle au milieu du mot
//! ```
//!
//! ## Mieux
//!
//! ```text
//! numérique
//! ```
//! ---
//! A character that nobody sees has slipped into a file: zero-width space, soft hyphen, mark of writing
//! direction, control character… It often comes from a paste. No-break spaces are not concerned, nor is what joins two emoji,
//! nor the mark that an editor puts at the start of the file.
//!
//! ## Why it matters
//!
//! A word cut that way may escape a search, and a browser may break it in the wrong place. In an id, it
//! makes a reference that looks right impossible to find.
//!
//! ## Example
//!
//! ```text
//! num[U+200B]érique: a zero-width space in the middle of the word
//! ```
//!
//! ## Use instead
//!
//! ```text
//! numérique
//! ```

use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invisible-character",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("caractère invisible", "invisible character"),
    source: include_str!("invisible_character.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::InvisibleCharacter(character) = &fault.kind {
            let code = format!("U+{:04X}", u32::from(*character));
            let message = wording!(
                "un caractère invisible ({code}) s'est glissé dans le texte",
                "an invisible character ({code}) has slipped into the text",
            );
            let (hint, fix) = remedy(*character);
            let diagnostic = report.diagnostic(&document.path, fault.span, message).hint(hint);
            report.push(diagnostic.fix(fix.to_owned()));
        }
    }
}

/// What to do, and what to write in its place: some of these characters stand for a line break.
fn remedy(character: char) -> (Wording, &'static str) {
    if matches!(character, '\u{B}' | '\u{C}' | '\u{85}') {
        let hint = wording!(
            "mettez une espace à sa place : c'est un saut de ligne venu d'un copier-coller",
            "put a space in its place: it is a line break that came with a paste",
        );
        return (hint, " ");
    }
    let hint = wording!(
        "supprimez-le : il vient souvent d'un copier-coller",
        "remove it: it often comes from a paste",
    );
    (hint, "")
}
