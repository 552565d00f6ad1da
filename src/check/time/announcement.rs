//! Whether a post announces an organisation that is to come: what it says where it names it.
//!
//! A word is judged by how near it stands. The sentence that names the organisation may announce it with any
//! word; so may one of the same passage that goes on with it (« Il… », « Le pôle… »). The words around — the
//! title, the summary, the heading, the passage — do so only by speaking of a birth or a merger: a label or
//! a call there is that of another.

use std::ops::Range;

use crate::check::passages::{Passage, passages, written};
use crate::date::Date;
use crate::model::{Entity, Federation};
use crate::parse::{Body, Document, Origin, Reference};

/// Beginnings of words that speak of a birth or a merger.
const BIRTHS: [&str; 13] = [
    "futur",
    "créer",
    "créat",
    "fonder",
    "fondat",
    "naîtr",
    "naiss",
    "naît",
    "fusion",
    "rapproch",
    "devien",
    "devenu",
    "préfigur",
];
/// Beginnings of other words that announce something.
const ANNOUNCING: [&str; 10] = [
    "annonc",
    "attendu",
    "bientôt",
    "candidat",
    "labellis",
    "lance",
    "pressenti",
    "prochain",
    "prévo",
    "prévu",
];
/// Whole words that do.
const FUTURES: [&str; 4] = ["va", "vont", "né", "née"];
/// Ends of verbs in the future and in the conditional; not of « front ».
const FUTURE_ENDS: [&str; 9] = ["ra", "dront", "eront", "iront", "rront", "tront", "uront", "rait", "raient"];
/// First words of a sentence that goes on with what the one before it named.
const GOING_ON: [&str; 16] = [
    "il", "elle", "ils", "elles", "ce", "cet", "cette", "son", "sa", "ses", "leur", "leurs", "le", "la", "l",
    "ici",
];
/// What follows « le » or « la » there, when it is the organisation.
const STRUCTURES: [&str; 12] = [
    "pôle",
    "cluster",
    "réseau",
    "nouveau",
    "nouvelle",
    "structure",
    "association",
    "entité",
    "organisation",
    "fédération",
    "ensemble",
    "projet",
];

/// Whether a post announces an organisation that was founded after its date.
pub(super) fn announces(federation: &Federation, subject: &Entity, founded: Date, post: &Document) -> bool {
    let names = Subject { federation, entity: subject, year: founded.first.strftime("%Y").to_string() };
    let top = [post.record.text("title"), post.record.text("summary")];
    let top = top.into_iter().flatten().collect::<Vec<_>>().join(". ");
    let on_top = if names.stands_in(&top) { names.may_announce(&top) } else { speaks_of_birth(&top) };
    if on_top {
        return true;
    }
    let Some(body) = &post.body else { return names.may_announce(&top) };
    let words = body.text.read();
    let text = PostText { post, body, words: &words };
    let passages = passages(&words);
    if passages.iter().any(|passage| names.is_announced_in(&text, passage)) {
        return true;
    }
    // Where the text never names it, all of it may be about it.
    let mut sentences = passages.iter().flat_map(|it| &it.sentences);
    let is_named_below = sentences.any(|sentence| names.is_named_in(&text, sentence));
    !is_named_below && (names.may_announce(&top) || names.may_announce(&words))
}

/// The text of a post.
struct PostText<'a> {
    post: &'a Document,
    body: &'a Body,
    words: &'a str,
}

/// The organisation that may be announced.
struct Subject<'a> {
    federation: &'a Federation,
    entity: &'a Entity,
    /// That of its founding.
    year: String,
}

impl Subject<'_> {
    fn is_announced_in(&self, text: &PostText<'_>, passage: &Passage<'_>) -> bool {
        let names = |range: &Range<usize>| self.is_named_in(text, range);
        if !passage.sentences.iter().any(names) {
            return false;
        }
        let words = |range| written(text.words, range);
        speaks_of_birth(passage.heading)
            || passage.sentences.iter().any(|sentence| {
                let is_of_subject = names(sentence) || goes_on(words(sentence));
                speaks_of_birth(words(sentence)) || (is_of_subject && self.may_announce(words(sentence)))
            })
    }

    /// Whether a sentence links the organisation or writes a name of it.
    fn is_named_in(&self, text: &PostText<'_>, sentence: &Range<usize>) -> bool {
        let place = text.body.origin.span(sentence.clone());
        let is_here =
            |it: &&Reference| it.origin == Origin::Prose && place.range().contains(&(it.span.start as usize));
        let leads_here = |it: &Reference| {
            let target = self.federation.resolve(text.post, &it.target).entity();
            target.is_some_and(|id| self.federation.entity(id).id() == self.entity.id())
        };
        text.post.references.iter().filter(is_here).any(leads_here)
            || self.stands_in(written(text.words, sentence))
    }

    /// Whether words hold a name of the organisation.
    fn stands_in(&self, words: &str) -> bool {
        let named = self.entity.names.all().flat_map(|name| [Some(name.full.clone()), name.short.clone()]);
        let aliases = self.entity.document.record.texts("aliases").map(|alias| alias.to_string());
        named.flatten().map(|name| name.to_string()).chain(aliases).any(|name| words.contains(&name))
    }

    /// Whether words speak of what is to come, or of the year of the founding.
    fn may_announce(&self, words: &str) -> bool {
        each_word(words).any(|word| {
            starts_with_one(&word, &BIRTHS)
                || starts_with_one(&word, &ANNOUNCING)
                || FUTURES.contains(&&*word)
                || FUTURE_ENDS.iter().any(|end| word.ends_with(end))
                || word == self.year
        })
    }
}

/// Whether a sentence takes up what the one before it named: « Il… », « Le nouveau pôle… ».
fn goes_on(sentence: &str) -> bool {
    let mut words = each_word(sentence);
    let first = words.next().unwrap_or_default();
    let has_article = ["le", "la", "l"].contains(&&*first);
    GOING_ON.contains(&&*first)
        && (!has_article || words.next().is_some_and(|word| STRUCTURES.contains(&&*word)))
}

fn speaks_of_birth(words: &str) -> bool {
    each_word(words).any(|word| starts_with_one(&word, &BIRTHS))
}

fn starts_with_one(word: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| word.starts_with(start))
}

/// Words in small letters.
fn each_word(text: &str) -> impl Iterator<Item = String> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}
