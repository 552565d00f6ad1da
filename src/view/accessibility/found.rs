//! What an audit found, for the page of the declaration.

use super::{AuditView, NonConformityView};
use crate::accessibility::criteria::{THEMES, criterion, words_for};
use crate::accessibility::{Audit, Method, NonConformity, Rate, SamplePage, Standing, Tally, Theme};
use crate::plan::Address;
use crate::quantity::Quantity;
use crate::view::link::{LinkView, TextView};
use crate::view::viewer::Viewer;

impl Viewer<'_> {
    pub(super) fn results(&self, standing: Standing) -> String {
        match (standing, standing.rate()) {
            (_, Some(rate)) => {
                let words = self.labels.count("accessibility.results.rate", rate.conform, self.language);
                let applicable = rate.applicable.to_string();
                let words = words.replace("{applicable}", &applicable).replace("{rate}", &self.rate(rate));
                self.typeset(&words)
            }
            (Standing::Unfinished { left }, _) => self.count("accessibility.results.unfinished", left),
            _ => self.label("accessibility.results.no_audit", &[]),
        }
    }

    /// A rate as the page's language writes it.
    fn rate(&self, rate: Rate) -> String {
        let words = rate.words();
        Quantity::parse(&words.replace('.', ",")).map_or(words, |rate| rate.words(self.language))
    }

    /// The themes of which any criterion applies, each with how much of it is met.
    pub(super) fn themes(&self, audit: &Audit) -> Vec<String> {
        let words = |theme: &Theme| {
            let rate = Tally::of_theme(&audit.criteria, theme.number).rate()?;
            let (name, _) = words_for(theme.name, self.language);
            let (conform, applicable) = (rate.conform.to_string(), rate.applicable.to_string());
            let rate = self.rate(rate);
            let places =
                [("theme", name), ("conform", &conform), ("applicable", &applicable), ("rate", &rate)];
            Some(self.label("accessibility.results.theme", &places))
        };
        THEMES.iter().filter_map(words).collect()
    }

    pub(super) fn audit(&self, audit: &Audit) -> AuditView {
        let method = match audit.method.as_ref().and_then(|method| method.value) {
            Some(Method::Own) => self.label("accessibility.results.own", &[]),
            Some(Method::Outside) => self.label("accessibility.results.outside", &[]),
            None => String::new(),
        };
        AuditView {
            date: audit.date.value.map(|date| self.date(date)),
            auditor: audit.auditor.as_ref().and_then(|auditor| self.declared(auditor)),
            method,
            environments: self.all_declared(&audit.environments),
            tools: self.all_declared(&audit.tools),
            pages: audit.pages.iter().filter_map(|page| self.sample_page(page)).collect(),
        }
    }

    /// A page that was looked at; its name alone where it is not shown on the day.
    fn sample_page(&self, page: &SamplePage) -> Option<LinkView> {
        let TextView { text, lang } = self.declared(&page.title)?;
        let address = page.address.get_ref();
        let is_there = self.plan.route(&Address::new(address)).is_some();
        Some(LinkView { text, href: if is_there { address.clone() } else { String::new() }, lang })
    }

    pub(super) fn contents(&self, standing: Standing, is_empty: bool) -> String {
        let key = match standing {
            Standing::NoAudit => "no_audit",
            Standing::Unfinished { .. } => "unfinished",
            Standing::Expired(_) | Standing::Audited(_) if is_empty => "none",
            _ => return String::new(),
        };
        self.label(&format!("accessibility.contents.{key}"), &[])
    }

    pub(super) fn non_conformities(&self, faults: &[NonConformity]) -> Vec<NonConformityView> {
        let mut faults: Vec<&NonConformity> = faults.iter().collect();
        faults.sort_by_key(|fault| fault.criterion.value);
        let view = |fault: &NonConformity| {
            let criterion = criterion(fault.criterion.value?)?;
            let (label, language) = words_for(criterion.label, self.language);
            Some(NonConformityView {
                criterion: self.words(&format!("{} {label}", criterion.number), language),
                what: self.declared(&fault.what)?,
                place: fault.place.as_ref().and_then(|place| self.declared(place)),
                planned: fault.planned.as_ref().and_then(|date| date.value).map(|date| self.date(date)),
            })
        };
        faults.into_iter().filter_map(view).collect()
    }
}
