//! What the accessibility declaration says after the editors' own words: it follows from their file and
//! its audit, and says the least where there is none.

mod found;
mod reach;

use serde::Serialize;

use super::link::{DateView, LinkView, TextView};
use super::viewer::Viewer;
use crate::accessibility::{Declaration, Exemption, OutOfScope, Standing, State, Words};
use crate::model::{Data, Entity, EntityId, Page};
use crate::schema::Kind;

/// What the declaration says beside the editors' own words. On the page of accessibility, in `text`.
#[derive(Clone, Debug, Serialize)]
pub struct AccessibilityView {
    /// Who wants what; empty where no one says who.
    pub commitment: String,
    /// What it is about.
    pub scope: String,
    /// What the site is, in a sentence.
    pub state: String,
    /// How that is known, in a sentence.
    pub basis: String,
    /// What was found, in a sentence.
    pub results: String,
    /// What was found of each theme that applies.
    pub themes: Vec<String>,
    /// The audit.
    pub audit: Option<AuditView>,
    /// How far what is listed is all, in a sentence; empty where it is.
    pub contents: String,
    /// What is not as a criterion asks.
    pub non_conformities: Vec<NonConformityView>,
    /// What is not mended, because it would ask too much.
    pub exemptions: Vec<ExemptionView>,
    /// What the law does not ask.
    pub out_of_scope: Vec<OutOfScopeView>,
    /// When it was drawn up.
    pub date: Option<DateView>,
    /// What the site is made with.
    pub technologies: Vec<TextView>,
    /// How to tell the editors of a fault.
    pub contact: ReachView,
    /// What is planned over three years; its words lead to it where it is published.
    pub scheme: Option<SchemeView>,
    /// What is done in each year.
    pub plans: Vec<YearPlanView>,
}

/// An audit.
#[derive(Clone, Debug, Serialize)]
pub struct AuditView {
    /// When it was made.
    pub date: Option<DateView>,
    /// Who made it.
    pub auditor: Option<TextView>,
    /// Whether the editors made it themselves, in words; empty where no one says.
    pub method: String,
    /// Browsers and what reads them aloud.
    pub environments: Vec<TextView>,
    /// What it was made with.
    pub tools: Vec<TextView>,
    /// The pages that were looked at.
    pub pages: Vec<LinkView>,
}

/// Something that is not as a criterion asks.
#[derive(Clone, Debug, Serialize)]
pub struct NonConformityView {
    /// The criterion: its number and what it asks.
    pub criterion: TextView,
    /// What is wrong.
    pub what: TextView,
    /// On which pages.
    pub place: Option<TextView>,
    /// When it is to be mended.
    pub planned: Option<DateView>,
}

/// Something that is not mended, because it would ask too much.
#[derive(Clone, Debug, Serialize)]
pub struct ExemptionView {
    /// What.
    pub content: TextView,
    /// Why.
    pub reason: TextView,
    /// What is offered instead.
    pub alternative: Option<TextView>,
}

/// Something that the law does not ask.
#[derive(Clone, Debug, Serialize)]
pub struct OutOfScopeView {
    /// What.
    pub content: TextView,
    /// Why.
    pub reason: Option<TextView>,
}

/// How to reach the editors: each a link where it can be one.
#[derive(Clone, Debug, Serialize)]
pub struct ReachView {
    /// An address of email.
    pub email: Option<LinkView>,
    /// A telephone.
    pub telephone: Option<LinkView>,
    /// An address of the post.
    pub postal: Option<TextView>,
    /// A page of the site.
    pub page: Option<LinkView>,
}

/// What is planned over three years.
#[derive(Clone, Debug, Serialize)]
pub struct SchemeView {
    /// Its name with its years, leading to it where it is published.
    pub link: LinkView,
    /// What it says.
    pub text: Option<TextView>,
}

/// What is done in a year.
#[derive(Clone, Debug, Serialize)]
pub struct YearPlanView {
    /// Its name with the year.
    pub title: String,
    /// Each thing to do.
    pub actions: Vec<ActionView>,
}

/// One thing to do.
#[derive(Clone, Debug, Serialize)]
pub struct ActionView {
    /// What.
    pub what: TextView,
    /// How far it is, in words.
    pub state: String,
}

/// The role of the page that is the declaration.
pub(super) const ROLE: &str = "accessibility";

/// A state as labels name it.
const fn state_key(state: State) -> &'static str {
    match state {
        State::Full => "full",
        State::Partial => "partial",
        State::NotCompliant => "not_compliant",
    }
}

impl Viewer<'_> {
    /// Whether a page is the declaration that French law wants.
    pub fn is_accessibility_page(&self, page: &Page) -> bool {
        self.federation.config.france && page.role == Some(ROLE)
    }

    /// The compulsory link to the declaration, whose words are those of the law; nothing where the site
    /// is not of France or has no such page.
    pub fn accessibility_link(&self) -> Option<(EntityId, LinkView)> {
        let is_it =
            |entity: &Entity| matches!(&entity.data, Data::Page(page) if self.is_accessibility_page(page));
        let (id, _) = self.federation.known(Kind::Page).find(|(_, entity)| is_it(entity))?;
        let standing = self.federation.accessibility.standing(self.federation.today());
        let text = self.label(&format!("accessibility.link.{}", state_key(standing.state())), &[]);
        let (href, _) = self.address(id).filter(|_| !text.is_empty())?;
        Some((id, LinkView { text, href, lang: None }))
    }

    /// What the declaration says beside the editors' own words.
    pub fn accessibility(&self) -> AccessibilityView {
        let accessibility = &self.federation.accessibility;
        let today = self.federation.today();
        let Declaration { statement, scheme, plan, exemptions, out_of_scope, .. } =
            &accessibility.declaration;
        let (standing, audit) = (accessibility.standing(today), accessibility.audit_by(today));
        let rate = audit.and(standing.rate());
        let non_conformities = match audit {
            Some(_) => self.non_conformities(&accessibility.declaration.non_conformities),
            None => Vec::new(),
        };
        AccessibilityView {
            commitment: self.commitment(statement.entity.as_ref()),
            scope: self.label("accessibility.scope", &[("address", &self.federation.config.address)]),
            state: self.label(&format!("accessibility.state.{}", state_key(standing.state())), &[]),
            basis: self.label(&format!("accessibility.basis.{}", basis_key(standing)), &[]),
            results: self.results(standing),
            themes: audit.filter(|_| rate.is_some()).map(|audit| self.themes(audit)).unwrap_or_default(),
            audit: audit.map(|audit| self.audit(audit)),
            contents: self.contents(standing, non_conformities.is_empty()),
            non_conformities,
            exemptions: exemptions.iter().filter_map(|it| self.exemption(it)).collect(),
            out_of_scope: out_of_scope.iter().filter_map(|it| self.out_of_scope(it)).collect(),
            date: statement.date.as_ref().and_then(|date| date.value).map(|date| self.date(date)),
            technologies: self.all_declared(&statement.technologies),
            contact: self.reach(&accessibility.declaration.contact),
            scheme: scheme.as_ref().map(|scheme| self.scheme(scheme)),
            plans: plan.iter().map(|plan| self.year_plan(plan)).collect(),
        }
    }

    /// Words of the file, for the page.
    fn declared(&self, words: &Words) -> Option<TextView> {
        words.get(self.language).map(|(text, language)| self.words(text, language))
    }

    fn all_declared(&self, words: &[Words]) -> Vec<TextView> {
        words.iter().filter_map(|words| self.declared(words)).collect()
    }

    fn exemption(&self, exemption: &Exemption) -> Option<ExemptionView> {
        Some(ExemptionView {
            content: self.declared(&exemption.content)?,
            reason: self.declared(&exemption.reason)?,
            alternative: exemption.alternative.as_ref().and_then(|words| self.declared(words)),
        })
    }

    fn out_of_scope(&self, outside: &OutOfScope) -> Option<OutOfScopeView> {
        let reason = outside.reason.as_ref().and_then(|words| self.declared(words));
        Some(OutOfScopeView { content: self.declared(&outside.content)?, reason })
    }

    fn commitment(&self, entity: Option<&Words>) -> String {
        let entity = entity.and_then(|entity| self.declared(entity));
        entity.map_or_else(String::new, |it| self.label("accessibility.commitment", &[("entity", &it.text)]))
    }
}

const fn basis_key(standing: Standing) -> &'static str {
    match standing {
        Standing::NoAudit => "no_audit",
        Standing::Unfinished { .. } => "unfinished",
        Standing::Expired(_) => "expired",
        Standing::Audited(_) => "audited",
    }
}
