//! Un texte qui paraît avant la fin d'un embargo cite, dans une phrase, le texte sous embargo : par un
//! lien, par son adresse ou par un de ses chiffres. Une clé (`about`, `follow_up`) peut le citer : le lien ne
//! se montre que le jour venu. Un brouillon n'est pas concerné, ni un texte qui paraîtra après l'embargo.
//!
//! ## Pourquoi
//!
//! La phrase annonce ce qui ne doit pas l'être encore, même sans lien : « lire aussi » suffit à faire
//! savoir qu'un texte est prêt. Cette erreur est la seule qui cesse d'elle-même, quand l'embargo est levé.
//!
//! ## Exemple
//!
//! Dans une actualité déjà parue, alors que le communiqué porte `embargo: 2026-12-01` :
//!
//! ```markdown
//! Le [communiqué](post:2026-12-01-communique) dira la suite.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! Nous dirons la suite en décembre.
//! ```
//! ---
//! A text that shows before the end of an embargo speaks, in a sentence, of the text under embargo: by a
//! link, by its address or by one of its figures. A key (`about`, `follow_up`) may name it: the link shows on
//! the day alone. A draft is not concerned, nor a text that will show after the embargo.
//!
//! ## Why it matters
//!
//! The sentence announces what must not be announced yet, even without a link: "read also" is enough to let
//! it be known that a text is ready. This error is the only one that goes by itself, when the embargo ends.
//!
//! ## Example
//!
//! In a post that shows already, while the press release has `embargo: 2026-12-01`:
//!
//! ```markdown
//! The [press release](post:2026-12-01-release) will tell the rest.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! We will tell the rest in December.
//! ```

use std::collections::BTreeMap;

use crate::date::Day;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Data, Entity, EntityId, Federation, Resolution};
use crate::parse::{Document, Origin, Reference, Target};
use crate::plan::{Address, hidden_addresses};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "embargo-leak",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("fuite d’un embargo", "embargo leak"),
    source: include_str!("embargo_leak.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let secrets = Secrets::new(federation);
    if secrets.ends.is_empty() {
        return;
    }
    for (id, entity) in federation.all() {
        for document in entity.documents() {
            let in_text = document.references.iter().filter(|it| it.origin == Origin::Prose);
            for reference in in_text {
                let Some(secret) = secrets.named(federation, document, reference) else { continue };
                let end = secrets.ends.get(&secret).filter(|_| secret != id);
                if end.is_some_and(|end| shows_before(federation, entity, *end)) {
                    tell(federation.entity(secret), entity, (document, reference), report);
                }
            }
        }
    }
}

/// The texts whose embargo is not over, and where they will be.
struct Secrets {
    /// The day on which the embargo of each ends.
    ends: BTreeMap<EntityId, Day>,
    addresses: BTreeMap<Address, EntityId>,
}

impl Secrets {
    fn new(federation: &Federation) -> Self {
        let end = |entity: &Entity| {
            let ends = entity.schedule()?.embargo_ends()?;
            (federation.today() < ends).then_some(ends)
        };
        let ends: BTreeMap<EntityId, Day> =
            federation.all().filter_map(|(id, entity)| Some((id, end(entity)?))).collect();
        Self { ends, addresses: hidden_addresses(federation) }
    }

    fn named(&self, federation: &Federation, from: &Document, reference: &Reference) -> Option<EntityId> {
        let named = match &reference.target {
            // The entry that a figure is of is a reference of its own.
            Target::Figure { .. } => None,
            Target::Page { path, .. } => self.addresses.get(&Address::new(path)).copied(),
            target => match federation.resolve(from, target) {
                Resolution::Entity { id, .. } => Some(id),
                _ => None,
            },
        };
        named.filter(|id| self.ends.contains_key(id))
    }
}

/// Whether a text shows on some day from today on and before an embargo ends.
fn shows_before(federation: &Federation, entity: &Entity, end: Day) -> bool {
    let today = federation.today();
    match (&entity.data, entity.schedule()) {
        (Data::Page(page), _) => federation.moment.with_unpublished || !page.is_draft,
        (_, Some(schedule)) => {
            let is_shown = federation.moment.with_unpublished || !schedule.is_draft;
            let starts = schedule.first_day().is_none_or(|first| first < end);
            is_shown && starts && schedule.last_day().is_none_or(|last| today <= last)
        }
        // Words that are not written yet on the site's day do not show.
        (_, None) => entity.is_known && entity.is_written,
    }
}

fn tell(secret: &Entity, entity: &Entity, at: (&Document, &Reference), report: &mut Report<'_>) {
    let (document, reference) = at;
    let (id, record) = (secret.id(), &secret.document.record);
    let day = record.date("embargo").map(|date| date.machine()).unwrap_or_default();
    let message = wording!(
        "ce texte paraît avant la fin de l'embargo de `{id}`, le `{day}`",
        "this text shows before the end of the embargo of `{id}`, on `{day}`",
    );
    let hint = match entity.schedule() {
        Some(_) => wording!(
            "ôtez ce passage jusque-là, ou mettez aussi ce texte sous embargo : `embargo: {day}`",
            "take this passage out until then, or put this text under embargo too: `embargo: {day}`",
        ),
        None => wording!("ôtez ce passage jusque-là", "take this passage out until then"),
    };
    let label = wording!("l'embargo", "the embargo");
    let diagnostic = report.diagnostic(&document.path, reference.span, message).hint(hint);
    let place = record.span("embargo").unwrap_or_default();
    report.push(diagnostic.label(&secret.document.path, place, label));
}
