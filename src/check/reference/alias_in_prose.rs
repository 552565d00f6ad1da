//! Une actualité cite une fiche par un autre de ses noms (`aliases` ou `short`) sans faire de lien. Seule
//! la première fois est relevée, dans chaque texte et pour chaque fiche. La règle se tait dans les liens,
//! les citations et le code, devant un nom court fait de lettres seules, comme `Enter` (il en faut six, ou
//! un signe, comme dans `I&R`), et devant un nom qui commence par une minuscule.
//!
//! ## Pourquoi
//!
//! Le lecteur n'arrive pas à la fiche, et, si `about` ne la cite pas, le site ne sait pas que l'actualité
//! en parle.
//!
//! ## Exemple
//!
//! ```markdown
//! I&R et le Pôle TES lancent une feuille de route.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! [[images-et-reseaux|I&R]] et le [[tes|Pôle TES]] lancent une feuille de route.
//! ```
//! ---
//! A post names an entry by another of its names (`aliases` or `short`) and makes no link. Only the first
//! time is reported, in each text and for each entry. The rule is silent in links, quotations and code,
//! before a short name made of letters alone, such as `Enter` (it takes six, or a sign, as in `I&R`), and
//! before a name that begins with a small letter.
//!
//! ## Why it matters
//!
//! Readers do not reach the entry, and, where `about` does not name it, the site does not know that the
//! post speaks of it.
//!
//! ## Example
//!
//! ```markdown
//! I&R and Pôle TES launch a roadmap.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! [[images-et-reseaux|I&R]] and [[tes|Pôle TES]] launch a roadmap.
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization as _;

use crate::check::references::{Alias, aliases};
use crate::model::{Entity, EntityId};
use crate::parse::{Body, Capital, Document, Origin, is_combining, word_mark};
use crate::schema::Kind;

pub(in crate::check) static RULE: Rule = Rule {
    code: "alias-in-prose",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("nom sans lien", "name without link"),
    source: include_str!("alias_in_prose.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let aliases: Vec<Alias> = aliases(federation).filter(|alias| is_telling(&alias.text)).collect();
    let mut by_first_word: FxHashMap<u32, Vec<&Alias>> = FxHashMap::default();
    for alias in &aliases {
        by_first_word.entry(word_mark(first_word(&alias.text))).or_default().push(alias);
    }
    for (_, entity) in federation.all() {
        for document in entity.documents().filter(|document| document.kind == Kind::Post) {
            if let Some(body) = &document.body {
                look_into(federation, document, body, entity, &by_first_word, report);
            }
        }
    }
}

/// Tells the first place only, and none where the text links the entity somewhere: it has told
/// who it speaks of.
fn look_into(
    federation: &Federation,
    document: &Document,
    body: &Body,
    entity: &Entity,
    by_first_word: &FxHashMap<u32, Vec<&Alias>>,
    report: &mut Report<'_>,
) {
    let begun = |capital: &Capital| Some((capital.start as usize, by_first_word.get(&capital.word)?));
    let mut begun = body.capitals.iter().filter_map(begun).peekable();
    // Most texts have no word by which a name begins, and need not be read for it.
    if begun.peek().is_none() {
        return;
    }
    let text = body.text.read();
    let mut told: Vec<EntityId> = linked(federation, document).collect();
    for (start, candidates) in begun {
        let rest = text.get(start..).unwrap_or("");
        let found = candidates.iter().find_map(|alias| Some((alias, length_at(rest, &alias.text)?)));
        let Some((alias, length)) = found else { continue };
        let id = federation.entity(alias.entity).id();
        if told.contains(&alias.entity) || id == entity.id() {
            continue;
        }
        told.push(alias.entity);
        let text = &alias.text;
        let message = wording!(
            "« {text} » est un autre nom de la fiche `{id}`",
            "“{text}” is another name of the entry `{id}`",
        );
        let hint =
            wording!("écrivez `[[{id}]]` ou `[[{id}|{text}]]`", "write `[[{id}]]` or `[[{id}|{text}]]`");
        let span = body.origin.span(start..start + length);
        let written = rest.get(..length).unwrap_or(text);
        let diagnostic = report.diagnostic(&document.path, span, message).hint(hint);
        let is_plain = !written.contains(['|', '[', ']', '\n', '\r']);
        let fix = is_plain.then(|| format!("[[{id}|{written}]]"));
        report.push(match fix {
            Some(fix) => diagnostic.fix(fix),
            None => diagnostic,
        });
    }
}

/// The entries that the text itself links, by their ids or by the paths of their files.
fn linked(federation: &Federation, document: &Document) -> impl Iterator<Item = EntityId> {
    let in_text = document.references.iter().filter(|reference| reference.origin == Origin::Prose);
    in_text.filter_map(|reference| federation.resolve(document, &reference.target).entity())
}

/// How long a name is where a text begins with it; a line may break between its words.
fn length_at(text: &str, name: &str) -> Option<usize> {
    let mut rest = text;
    for (index, word) in name.split_whitespace().enumerate() {
        let after_space = rest.trim_start_matches([' ', '\n', '\r', '\t', '\u{A0}', '\u{202F}']);
        let is_parted = after_space.len() < rest.len();
        if (index > 0) != is_parted {
            return None;
        }
        rest = after_word(after_space, word)?;
    }
    (!rest.starts_with(char::is_alphanumeric)).then_some(text.len() - rest.len())
}

/// What follows a word where a text begins with it, wherever either has its accents.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut wanted = word.nfd().peekable();
    for (at, character) in text.char_indices() {
        if wanted.peek().is_none() {
            return text.get(at..).filter(|_| !is_combining(character));
        }
        if std::iter::once(character).nfd().any(|part| wanted.next() != Some(part)) {
            return None;
        }
    }
    wanted.peek().is_none().then_some("")
}

fn first_word(text: &str) -> &str {
    let is_end = |character: char| {
        !(character.is_alphanumeric() || "&.@²".contains(character) || is_combining(character))
    };
    text.split(is_end).next().unwrap_or("").trim_end_matches('.')
}

/// A short word of plain letters may mean anything: `SAFE`, `Team`.
fn is_telling(alias: &str) -> bool {
    let has_sign = alias.chars().any(|character| !character.is_alphanumeric());
    alias.chars().count() > 2 && (has_sign || alias.chars().count() >= 6)
}
