//! How to reach the editors, and what they plan, for the page of the declaration.

use super::{ActionView, ReachView, SchemeView, YearPlanView};
use crate::accessibility::{ActionState, Contact, Scheme, Words, YearPlan};
use crate::view::link::{LinkView, TextView};
use crate::view::viewer::Viewer;

impl Viewer<'_> {
    /// What the file says of how to reach the editors; the site's own contact page where it says nothing.
    pub(super) fn reach(&self, contact: &Contact) -> ReachView {
        let link = |words: Option<&Words>, href: &dyn Fn(&str) -> String| {
            let TextView { text, lang } = self.declared(words?)?;
            let href = href(&text);
            Some(LinkView { text, href, lang })
        };
        let email = link(contact.email.as_ref(), &mail_address);
        let telephone = link(contact.telephone.as_ref(), &telephone_address);
        let postal = contact.postal.as_ref().and_then(|postal| self.declared(postal));
        let says_nothing = email.is_none() && telephone.is_none() && postal.is_none();
        let page = match &contact.page {
            Some(id) => self.link_to(id.get_ref()),
            None if says_nothing => self.contact_page(),
            None => None,
        };
        ReachView { email, telephone, postal, page }
    }

    pub(super) fn scheme(&self, scheme: &Scheme) -> SchemeView {
        let years = scheme.years.get_ref();
        let year = |year: Option<&i16>| year.map(ToString::to_string).unwrap_or_default();
        let (from, until) = (year(years.first()), year(years.last()));
        let form = if from == until { "one" } else { "other" };
        let places = [("from", from.as_str()), ("until", until.as_str())];
        let text = self.label(&format!("accessibility.scheme.name.{form}"), &places);
        let href = scheme.url.as_ref().map(|url| url.get_ref().clone()).unwrap_or_default();
        let words = scheme.text.as_ref().and_then(|words| self.declared(words));
        SchemeView { link: LinkView { text, href, lang: None }, text: words }
    }

    pub(super) fn year_plan(&self, plan: &YearPlan) -> YearPlanView {
        let year = plan.year.get_ref().to_string();
        let actions = plan.actions.iter().filter_map(|action| {
            let state = match action.state() {
                ActionState::ToDo => "to_do",
                ActionState::UnderWay => "under_way",
                ActionState::Done => "done",
            };
            let state = self.label(&format!("accessibility.scheme.{state}"), &[]);
            Some(ActionView { what: self.declared(&action.what)?, state })
        });
        YearPlanView {
            title: self.label("accessibility.scheme.plan", &[("year", &year)]),
            actions: actions.collect(),
        }
    }
}

/// Where an address of email leads; nowhere for words that are none, such as a mark to fill in.
fn mail_address(text: &str) -> String {
    let is_one = text.contains('@') && !text.contains(char::is_whitespace);
    if is_one { format!("mailto:{text}") } else { String::new() }
}

fn telephone_address(text: &str) -> String {
    let digits: String = text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    let is_one = text.starts_with(|first: char| first.is_ascii_digit() || "+(".contains(first));
    if is_one { format!("tel:{digits}") } else { String::new() }
}
