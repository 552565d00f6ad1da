//! Un caractère que personne ne voit s'est glissé dans un fichier : espace de largeur nulle, trait d'union
//! conditionnel, marque de sens d'écriture, caractère de commande… Il vient souvent d'un copier-coller. Les espaces insécables ne
//! sont pas concernées, ni ce qui lie deux émojis, ni la marque qu'un éditeur met au début du fichier. Entre
//! guillemets droits, une barre oblique inverse et la lettre qui la suit peuvent aussi en faire un : `"C:\Pôles\a"`
//! perd son `P` et son `a`.
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
//! nor the mark that an editor puts at the start of the file. Between straight quotes, a backslash and the letter
//! after it may make one too: `"C:\Pôles\a"` loses its `P` and its `a`.
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
        match &fault.kind {
            FaultKind::InvisibleCharacter(character) => {
                let code = code(*character);
                let message = wording!(
                    "un caractère invisible ({code}) s'est glissé dans le texte",
                    "an invisible character ({code}) has slipped into the text",
                );
                let (hint, fix) = remedy(*character);
                let diagnostic = report.diagnostic(&document.path, fault.span, message).hint(hint);
                report.push(diagnostic.fix(fix.to_owned()));
            }
            FaultKind::InvisibleEscape { written, character } => {
                let code = code(*character);
                let message = wording!(
                    "entre guillemets, `{written}` devient un caractère invisible ({code})",
                    "between quotes, `{written}` becomes an invisible character ({code})",
                );
                report
                    .push(report.diagnostic(&document.path, fault.span, message).hint(escape_hint(written)));
            }
            _ => {}
        }
    }
}

fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// A backslash may be meant, or nothing at all: only the writer knows.
fn escape_hint(written: &str) -> Wording {
    wording!(
        "si la barre oblique inverse est voulue, écrivez-la deux fois (`\\\\`), ou mettez le texte entre apostrophes au lieu de guillemets ; sinon, supprimez `{written}`",
        "if the backslash is meant, write it twice (`\\\\`), or put the text between apostrophes instead of quotes; otherwise remove `{written}`",
    )
}

/// What to do, and what to write in its place: some of these characters stand for a line break.
fn remedy(character: char) -> (Wording, &'static str) {
    if matches!(character, '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
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
