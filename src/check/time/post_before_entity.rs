//! Une actualité parle d'une organisation qui n'existait pas encore à sa date, selon `founded`. La règle se
//! tait si l'organisation en continue d'autres (`predecessors`) et n'est pas nommée, si elle était connue plus
//! tôt (`known`, un nom, un label, un partenariat), et si l'actualité l'annonce. L'annonce se lit là où
//! l'organisation est nommée : un futur, une création, une candidature, l'année de la fondation, dans la phrase
//! qui la nomme ou dans une phrase du même paragraphe qui la reprend (« Il… », « Le pôle… ») ; une création ou
//! une fusion, ailleurs dans ce paragraphe, dans son intertitre, dans le titre ou le résumé. Si le texte ne la
//! nomme nulle part, un seul de ces mots suffit, où qu'il soit. Plusieurs actualités antérieures sont signalées
//! ensemble, à la clé `founded`.
//!
//! ## Pourquoi
//!
//! L'une des deux dates est fausse, ou le lien mène à un autre que celui dont on parle.
//!
//! ## Exemple
//!
//! ```yaml
//! title: Une journée sur l'eau
//! date: 2018-05-14
//! about: [polymeris]
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! title: Une journée sur l'eau
//! date: 2018-05-14
//! about: [elastopole]
//! ```
//! ---
//! A post speaks of an organisation that was not there at its date, by `founded`. The rule is silent where the
//! organisation goes on from others (`predecessors`) and is not named, where it was known earlier (`known`, a
//! name, a label, a partnership), and where the post announces it. That is read where the organisation is named:
//! a future, a creation, a candidacy, the year of the founding, in the sentence that names it or in one of the
//! same paragraph that goes on with it (“Il…”, “Le pôle…”); a creation or a merger, elsewhere in that paragraph,
//! in its heading, in the title or in the summary. Where the text never names it, one such word is enough,
//! wherever it stands. Several earlier posts are told together, at the key `founded`. The rule reads French
//! alone.
//!
//! ## Why it matters
//!
//! One of the two dates is wrong, or the link leads to another than the one that is meant.
//!
//! ## Example
//!
//! ```yaml
//! title: Une journée sur l'eau
//! date: 2018-05-14
//! about: [polymeris]
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! title: Une journée sur l'eau
//! date: 2018-05-14
//! about: [elastopole]
//! ```

use std::collections::BTreeSet;

use crate::date::{Date, Day, day_words};
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::locale::both;
use crate::model::{Data, EntityId, Federation};
use crate::parse::{Document, Origin, Target};
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

use super::announcement::announces;
use crate::check::names::three_and_count;
use crate::check::statements::is_in_french;

pub(in crate::check) static RULE: Rule = Rule {
    code: "post-before-entity",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("actualité antérieure à son sujet", "post earlier than its subject"),
    source: include_str!("post_before_entity.rs"),
    run: Run::Federation(run),
};

/// More places than a message needs to show.
const MOST_LABELS: usize = 3;

fn run(federation: &Federation, report: &mut Report<'_>) {
    // Most sites tell the founding of few organisations.
    let founded: Vec<(EntityId, Date)> = federation
        .all()
        .filter_map(|(id, entity)| Some((id, entity.organisation()?.founded?)))
        .filter(|(id, _)| !federation.is_partly_unread() && federation.is_referenced(*id))
        .collect();
    for (id, founded) in founded {
        match earlier_posts(federation, id, founded).as_slice() {
            [] => {}
            [post] => tell(federation, id, founded, *post, report),
            several => tell_at_founding(federation, id, founded, several, report),
        }
    }
}

/// A post, and where it leads to an organisation.
type Mention<'a> = (&'a Document, Span);

/// The posts that speak of an organisation before its founding and do not announce it.
fn earlier_posts(federation: &Federation, id: EntityId, founded: Date) -> Vec<Mention<'_>> {
    let subject = federation.entity(id);
    let has_roots = subject.organisation().is_some_and(|it| !it.predecessors.all().is_empty());
    let known = known_since(federation, id);
    let mut seen = BTreeSet::new();
    let posts = federation.backlinks(id).filter(|link| seen.insert(link.from)).filter_map(|link| {
        let entity = federation.entity(link.from);
        let (date, document) = (entity.post()?.date?, &*entity.document);
        let was_there = date.last >= founded.first
            || known.is_some_and(|known| known <= date.last)
            || (has_roots && !is_named(federation, id, document));
        let is_told = !was_there
            && is_in_french(federation, document)
            && !announces(federation, subject, founded, document);
        is_told.then(|| Some((document, mention(federation, id, document)?)))?
    });
    posts.collect()
}

/// The first place of a post that leads to an organisation.
fn mention(federation: &Federation, id: EntityId, document: &Document) -> Option<Span> {
    let is_of = |origin| matches!(origin, Origin::Field { key: "about", .. } | Origin::Prose);
    let mut references = document.references.iter().filter(|reference| is_of(reference.origin));
    let found = references.find(|reference| {
        !matches!(reference.target, Target::Figure { .. })
            && federation.resolve(document, &reference.target).entity() == Some(id)
    });
    found.map(|reference| reference.span)
}

fn tell(federation: &Federation, id: EntityId, founded: Date, post: Mention<'_>, report: &mut Report<'_>) {
    let (document, span) = post;
    let subject = federation.entity(id).id();
    let (french, english) = earliest(founded);
    let message = wording!(
        "l'actualité est antérieure à `{subject}`, dont la fondation date du {french} au plus tôt",
        "the post is earlier than `{subject}`, which was founded on {english} at the earliest",
    );
    let hint = wording!(
        "corrigez la date de l'actualité ou la clé `founded` de la fiche, ou citez l'organisation d'alors",
        "mend the date of the post or the key `founded` of the entry, or name the organisation of the time",
    );
    report.push(report.diagnostic(&document.path, span, message).hint(hint));
}

/// Several posts are right against one founding more often than not: it is told alone.
fn tell_at_founding(
    federation: &Federation,
    id: EntityId,
    founded: Date,
    posts: &[Mention<'_>],
    report: &mut Report<'_>,
) {
    let document = &federation.entity(id).document;
    let subject = &document.id;
    let (french, english) = earliest(founded);
    let names = three_and_count(posts.iter().map(|(post, _)| &*post.id));
    let (names_french, names_english) = (names.french, names.english);
    let message = wording!(
        "`{subject}`, dont la fondation date du {french} au plus tôt, est le sujet d'actualités antérieures : {names_french}",
        "`{subject}`, which was founded on {english} at the earliest, is in earlier posts: {names_english}",
    );
    let hint = wording!(
        "corrigez cette date ou, si elle est juste, celles des actualités, ou citez-y l'organisation d'alors",
        "mend this date or, where it is right, those of the posts, or name there the organisation of the time",
    );
    let span = document.record.span("founded").unwrap_or_default();
    let diagnostic = report.diagnostic(&document.path, span, message).hint(hint);
    let label = || wording!("une actualité antérieure", "an earlier post");
    report.push(
        posts
            .iter()
            .take(MOST_LABELS)
            .fold(diagnostic, |diagnostic, (post, span)| diagnostic.label(&post.path, *span, label())),
    );
}

/// The first day on which it can have been founded, in French and in English.
fn earliest(founded: Date) -> (String, String) {
    (day_words(founded.first, &Language::french()), founded.first.strftime("%-d %B %Y").to_string())
}

/// Since when something of an organisation was there, be it before its founding: what it comes from, a label,
/// a name, a partnership that prepared it.
fn known_since(federation: &Federation, id: EntityId) -> Option<Day> {
    let entity = federation.entity(id);
    let organisation = entity.organisation()?;
    let names = entity.names.all().filter_map(|name| name.from).map(|from| from.first);
    let labels = organisation.labels.all().iter().flat_map(|label| [label.from.first, label.decided.first]);
    let known = organisation.known.map(|known| known.first);
    names.chain(labels).chain(known).chain(steps(federation, id)).min()
}

/// The days of the milestones of an organisation's partnerships.
fn steps(federation: &Federation, id: EntityId) -> impl Iterator<Item = Day> {
    let partnerships = federation.backlinks(id).filter_map(|link| match &federation.entity(link.from).data {
        Data::Partnership(partnership) => Some(partnership),
        _ => None,
    });
    partnerships.flat_map(|partnership| partnership.milestones.all()).map(|step| step.known.first)
}

/// Whether a text says the name of what goes on from others: a link may lead to it under theirs.
fn is_named(federation: &Federation, id: EntityId, document: &Document) -> bool {
    let entity = federation.entity(id);
    let Some(body) = &document.body else { return false };
    let bare = format!("[[{}]]", entity.id());
    let text = body.text.read();
    text.contains(&bare) || entity.names.all().any(|name| text.contains(&*name.full))
}
