//! What makes views of one language: looks things up, words them, typesets them.

use std::sync::Arc;

use super::link::{BodyView, DateView, FigureView, LinkView, PartView, SourceView, TextView};
use super::picture::{PictureView, Said};
use super::recent::RecentCards;
use crate::date::{Date, Day, Precision, day_words};
use crate::language::Language;
use crate::measures::Measures;
use crate::model::{Citation, Entity, EntityId, Federation, Figure, Resolution};
use crate::parse::{Body, Destination, Document, Target};
use crate::plan::{Address, Plan, Subject, content_file_address};
use crate::prose::{self, Link, Links, Part, ShownPicture, Words};
use crate::quantity::bytes_words;
use crate::schema::{Kind, List};
use crate::theme::Labels;
use crate::typography::{Rules, plain};

/// How long an excerpt may be, in characters.
const EXCERPT: usize = 240;

/// Makes views of one language.
#[derive(Clone, Copy)]
pub struct Viewer<'a> {
    /// The federation.
    pub federation: &'a Federation,
    /// The plan.
    pub plan: &'a Plan,
    /// The theme's words in the language.
    pub labels: &'a Labels,
    /// The language of the pages.
    pub language: &'a Language,
    /// The language of originals.
    pub first: &'a Language,
    /// Whether pages say what they weigh: slots stand where the figures will.
    pub is_audited: bool,
    /// Whether the theme names the posts that are related to a post: looking for them is a tenth of a build.
    pub shows_related: bool,
    /// What was measured of the other pages; nothing where nobody measures.
    pub measures: Option<&'a Measures>,
    /// The cards of posts that were made last.
    pub cards: &'a RecentCards,
}

impl Viewer<'_> {
    /// Words typeset as the page's language wants.
    pub fn typeset(&self, words: &str) -> String {
        plain(words, Rules::for_language(self.language.tag())).into_owned()
    }

    /// A label with its places filled in: `{date}` by the pair `("date", …)`.
    pub fn label(&self, key: &str, places: &[(&str, &str)]) -> String {
        let mut text = self.labels.get(key).to_owned();
        for (place, words) in places {
            text = text.replace(&format!("{{{place}}}"), words);
        }
        self.typeset(&text)
    }

    /// A label with a date in its place `{date}`, worded by how exact the date is: the label has a
    /// form for a `day`, one for a `month` or year, and one for any `other` date.
    pub fn label_with_date(&self, key: &str, date: Date, places: &[(&str, &str)]) -> String {
        let form = match date.precision {
            Precision::Day => "day",
            Precision::Month | Precision::Year => "month",
            Precision::Interval | Precision::Hour { .. } => "other",
        };
        let words = date.words(self.language);
        let places: Vec<(&str, &str)> = places.iter().copied().chain([("date", words.as_str())]).collect();
        self.label(&format!("{key}.{form}"), &places)
    }

    /// A label for a count.
    pub fn count(&self, key: &str, count: usize) -> String {
        self.typeset(&self.labels.count(key, count, self.language))
    }

    /// The language to mark words with: nothing for the page's own.
    pub fn mark(&self, language: Option<Language>) -> Option<Language> {
        let language = language.unwrap_or_else(|| self.first.clone());
        (language != *self.language).then_some(language)
    }

    /// Words of the content, which are in `language`, or in the first where it is nothing.
    pub fn words(&self, words: &str, language: Option<Language>) -> TextView {
        let lang = self.mark(language);
        let rules = Rules::for_language(lang.as_ref().unwrap_or(self.language).tag());
        TextView { text: plain(words, rules).into_owned(), lang }
    }

    /// Words of the content in the first language.
    pub fn original(&self, words: &str) -> TextView {
        self.words(words, None)
    }

    /// The words of a key of an entity.
    pub fn text(&self, entity: &Entity, key: &str) -> Option<TextView> {
        entity.text(key, self.language).map(|(words, language)| self.words(&words, language))
    }

    /// A date.
    pub fn date(&self, date: Date) -> DateView {
        DateView { machine: date.machine(), words: date.words(self.language) }
    }

    /// A day in words.
    pub fn day(&self, day: Day) -> String {
        day_words(day, self.language)
    }

    /// The name of an entity as shown on the site's day; the title of a text.
    pub fn name(&self, entity: &Entity) -> String {
        match &entity.data {
            _ if entity.kind().is_text() => {
                self.text(entity, "title").map_or_else(|| entity.id().to_string(), |title| title.text)
            }
            _ => self.typeset(&entity.names.shown(self.federation.today(), self.language).full),
        }
    }

    /// The short name of an entity.
    pub fn brief(&self, entity: &Entity) -> String {
        match &entity.data {
            _ if entity.kind().is_text() => self.name(entity),
            _ => self.typeset(entity.names.shown(self.federation.today(), self.language).brief()),
        }
    }

    /// The address of an entity's page: in the page's language, or else where it is written.
    pub fn address(&self, id: EntityId) -> Option<(String, Option<Language>)> {
        let subject = Subject::Entity(id);
        if let Some(address) = self.plan.address(&subject, self.language) {
            return Some((address.as_str().to_owned(), None));
        }
        let address = self.plan.address(&subject, self.first)?;
        Some((address.as_str().to_owned(), Some(self.first.clone())))
    }

    /// A link to an entity; its words alone where its page is not shown.
    pub fn link(&self, id: EntityId) -> LinkView {
        let entity = self.federation.entity(id);
        let (href, lang) = self.address(id).unwrap_or_default();
        LinkView { text: self.name(entity), href, lang }
    }

    /// The entities of a kind that lists show, by name.
    pub fn listed_by_name(&self, kind: Kind) -> Vec<EntityId> {
        let listed: Vec<EntityId> = self.federation.listed(kind).map(|(id, _)| id).collect();
        self.by_name(&listed)
    }

    /// Entities by name, accents aside.
    pub fn by_name(&self, ids: &[EntityId]) -> Vec<EntityId> {
        let mut ids = ids.to_vec();
        ids.sort_by_cached_key(|id| {
            let entity = self.federation.entity(*id);
            (sorting_key(&self.name(entity)), entity.id().clone())
        });
        ids
    }

    /// A link to the entity of an id; nothing where there is none that is known.
    pub fn link_to(&self, id: &str) -> Option<LinkView> {
        self.federation.find_known(id).map(|id| self.link(id))
    }

    /// Links to the entities of ids that are known.
    pub fn links_to<'b>(&self, ids: impl IntoIterator<Item = &'b Arc<str>>) -> Vec<LinkView> {
        ids.into_iter().filter_map(|id| self.link_to(id)).collect()
    }

    /// A link to another page of the site; nothing where it is not planned.
    pub fn link_to_page(&self, subject: &Subject, words: String) -> Option<LinkView> {
        let address = self.plan.address(subject, self.language)?;
        Some(LinkView { text: words, href: address.as_str().to_owned(), lang: None })
    }

    /// The name of a term.
    pub fn term(&self, list: List, id: &str) -> Option<String> {
        let term = self.federation.vocabularies.term(list, id)?;
        Some(self.typeset(term.shown(self.language)))
    }

    /// Where a fact comes from.
    pub fn source(&self, citation: Option<&Citation>) -> Option<SourceView> {
        let publication = self.federation.publication(citation?)?;
        Some(SourceView {
            title: self.original(&publication.title),
            url: publication.url.as_deref().unwrap_or("").to_owned(),
            publisher: publication.publisher.as_deref().map(|it| self.typeset(it)).unwrap_or_default(),
            date: publication.date.map(|date| self.date(date)),
        })
    }

    /// Where the facts of a page come from, each publication once, those to come left out.
    pub fn sources<'b>(&self, citations: impl IntoIterator<Item = &'b Citation>) -> Vec<SourceView> {
        let mut sources: Vec<SourceView> = Vec::new();
        let is_out = |citation: &&Citation| {
            let publication = self.federation.publication(citation);
            let date = publication.and_then(|publication| publication.date);
            date.is_none_or(|date| date.first <= self.federation.today())
        };
        let citations = citations.into_iter().filter(is_out);
        for source in citations.filter_map(|citation| self.source(Some(citation))) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources
    }

    /// A figure of an entity.
    pub fn figure(&self, of: EntityId, figure: &Figure) -> FigureView {
        let metric = self.federation.vocabularies.term(List::Metrics, &figure.metric);
        let quantity = figure.quantity.clone().or_unit(metric.and_then(|metric| metric.unit.as_ref()));
        let name = metric.map(|metric| {
            // A share is one, whatever its percentage.
            if figure.quantity.value() < 2.0 || quantity.unit.as_deref() == Some("%") {
                metric.shown(self.language)
            } else {
                metric.shown_plural(self.language)
            }
        });
        FigureView {
            metric: figure.metric.to_string(),
            name: self.typeset(name.map_or(&figure.metric, |name| name)),
            value: quantity.words(self.language),
            scope: figure.scope.as_deref().map(|scope| self.original(scope)),
            group: figure
                .group
                .map(|group| self.label(&format!("figure.group.{}", group.word()), &[]))
                .unwrap_or_default(),
            note: figure.note.as_deref().map(|note| self.original(note)),
            as_of: self.date(figure.as_of),
            source: self.source(figure.source.as_ref()),
            of: self.link(of),
        }
    }

    /// The figures of an entity that are known.
    pub fn figures(&self, id: EntityId) -> Vec<FigureView> {
        let figures = self.federation.entity(id).figures.known(self.federation.today());
        figures.map(|figure| self.figure(id, figure)).collect()
    }

    /// The address of a file of the content that an entity names; nothing where it is not there.
    pub fn file_address(&self, entity: &Entity, path: &Arc<str>) -> Option<String> {
        let target = Target::File { path: path.clone(), fragment: None };
        match self.federation.resolve(&entity.document, &target) {
            Resolution::Asset(file) => {
                Some(in_address(content_file_address(&self.federation.config, &file).as_str()))
            }
            _ => None,
        }
    }

    /// What a file of the content weighs, in words; nothing where it is not there.
    pub fn weight(&self, entity: &Entity, path: &Arc<str>) -> Option<String> {
        let target = Target::File { path: path.clone(), fragment: None };
        let Resolution::Asset(file) = self.federation.resolve(&entity.document, &target) else { return None };
        Some(bytes_words(self.federation.file_size(&file)?, self.language.is_french()))
    }

    /// The text of an entity in Markdown; nothing where it has none.
    pub fn body(&self, entity: &Entity) -> Option<BodyView> {
        let (body, language) = entity.body(self.language)?;
        let document = match &language {
            Some(language) => entity.translation(language).unwrap_or(&entity.document),
            None => &entity.document,
        };
        let written_in = language.clone().unwrap_or_else(|| self.first.clone());
        let links = TextLinks { viewer: self, document, language: &written_in };
        let back = self.label("prose.back", &[]);
        let (notes, table) = (self.labels.get("prose.notes"), self.labels.get("prose.table"));
        let words = Words { notes, table, back: &back };
        let parts = prose::html(&body, &written_in, &links, &words).into_iter().map(|part| match part {
            Part::Html(html) => PartView::Html(html),
            Part::Hole(hole) => hole,
        });
        let parts: Vec<PartView> = parts.collect();
        let is_empty =
            parts.iter().all(|part| matches!(part, PartView::Html(html) if html.trim().is_empty()));
        (!is_empty).then(|| BodyView { parts, lang: self.mark(language) })
    }

    /// The summary of an entity, or the beginning of its text.
    pub fn summary(&self, entity: &Entity) -> Option<TextView> {
        self.text(entity, "summary").or_else(|| {
            let (body, language) = entity.body(self.language)?;
            let excerpt = self.excerpt(entity, &body, language.as_ref());
            (!excerpt.is_empty()).then(|| TextView { text: excerpt, lang: self.mark(language) })
        })
    }

    /// All the words of an entity's text that are in the page's language.
    pub fn words_of_text(&self, entity: &Entity) -> String {
        let Some((body, language)) = entity.body(self.language) else { return String::new() };
        let document = match &language {
            Some(language) => entity.translation(language).unwrap_or(&entity.document),
            None => &entity.document,
        };
        let is_foreign = self.mark(language.clone()).is_some();
        if is_foreign {
            String::new()
        } else {
            prose::all_words(&body, &TextLinks { viewer: self, document, language: self.language })
        }
    }

    fn excerpt(&self, entity: &Entity, body: &Body, language: Option<&Language>) -> String {
        let language = language.unwrap_or(self.first);
        let links = TextLinks { viewer: self, document: &entity.document, language };
        prose::excerpt(body, language, &links, EXCERPT)
    }
}

/// Words as lists are sorted by them: accents and capitals aside.
pub(super) fn sorting_key(words: &str) -> String {
    deunicode::deunicode(words).to_lowercase()
}

/// Answers a text's questions about the site.
struct TextLinks<'a> {
    viewer: &'a Viewer<'a>,
    document: &'a Document,
    /// The language of the text.
    language: &'a Language,
}

impl TextLinks<'_> {
    fn find_figure(&self, entity: &str, metric: &str, options: &[(&str, &str)]) -> Option<FigureView> {
        let id = self.viewer.federation.find_known(entity)?;
        let figures = self.viewer.federation.entity(id).figures.known(self.viewer.federation.today());
        let of_metric = figures.filter(|figure| &*figure.metric == metric);
        let chosen =
            of_metric.filter(|figure| options.iter().all(|(key, value)| figure.is_chosen(key, value)));
        let eligible = self.viewer.federation.eligible(metric, chosen);
        eligible.last().map(|figure| self.viewer.figure(id, figure))
    }

    /// A picture of the content, or one elsewhere on the web, of which nothing more is known.
    fn view_of(&self, picture: &ShownPicture<'_>) -> Option<PictureView> {
        let said = Said {
            alt: picture.alt,
            caption: picture.caption,
            credit: "",
            is_decorative: false,
            language: self.language,
            around: self.language,
        };
        match picture.destination {
            Destination::File { path, .. } => {
                let file = self.viewer.file(self.document, path)?;
                Some(self.viewer.picture_of(&file, &said))
            }
            destination => Some(PictureView::elsewhere(self.link(&destination)?.href, &said)),
        }
    }
}

impl Links for TextLinks<'_> {
    type Hole = PartView;

    fn link(&self, destination: &Destination<'_>) -> Option<Link> {
        let target = match destination {
            Destination::Web { url, .. } => return Some(Link { href: (*url).to_owned(), language: None }),
            Destination::Contact(address) => {
                let is_bare = !address.starts_with("mailto:") && !address.starts_with("tel:");
                let href = if is_bare { format!("mailto:{address}") } else { (*address).to_owned() };
                return Some(Link { href, language: None });
            }
            Destination::Anchor(anchor) => return Some(Link { href: format!("#{anchor}"), language: None }),
            // What the plan does not hold may be the address of a text to come.
            Destination::Page { path, .. } if self.viewer.plan.route(&Address::new(path)).is_none() => {
                return None;
            }
            Destination::Page { path, fragment } => {
                let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
                return Some(Link { href: format!("{path}{fragment}"), language: None });
            }
            other => other.target()?,
        };
        match self.viewer.federation.resolve(self.document, &target) {
            Resolution::Entity { id, .. } => {
                let (address, language) = self.viewer.address(id)?;
                let fragment = fragment_of(destination).map(|fragment| format!("#{fragment}"));
                Some(Link { href: format!("{address}{}", fragment.unwrap_or_default()), language })
            }
            Resolution::Asset(file) => {
                let address = content_file_address(&self.viewer.federation.config, &file);
                Some(Link { href: in_address(address.as_str()), language: None })
            }
            _ => None,
        }
    }

    fn name(&self, id: &str) -> Option<String> {
        let id = self.viewer.federation.find(id)?;
        let entity = self.viewer.federation.entity(id);
        // The title of a text under embargo says what is to come.
        let is_secret = entity.kind().is_text() && !entity.is_known;
        Some(if is_secret { self.viewer.label("prose.hidden", &[]) } else { self.viewer.name(entity) })
    }

    fn picture(&self, picture: &ShownPicture<'_>) -> Option<PartView> {
        let view = Box::new(self.view_of(picture)?);
        Some(if picture.stands_alone { PartView::Picture(view) } else { PartView::Image(view) })
    }

    fn figure(&self, entity: &str, metric: &str, options: &[(&str, &str)]) -> Option<PartView> {
        self.find_figure(entity, metric, options).map(|figure| PartView::Figure(Box::new(figure)))
    }

    fn figure_words(&self, entity: &str, metric: &str, options: &[(&str, &str)]) -> Option<String> {
        self.find_figure(entity, metric, options).map(|figure| figure.value)
    }
}

fn fragment_of<'a>(destination: &Destination<'a>) -> Option<&'a str> {
    match destination {
        Destination::Entity { fragment, .. } | Destination::File { fragment, .. } => *fragment,
        _ => None,
    }
}

/// A path as an address has it: signs that would end it, or that it cannot hold, by their codes.
pub(super) fn in_address(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for character in path.chars() {
        match character {
            ' ' => out.push_str("%20"),
            '%' => out.push_str("%25"),
            '#' => out.push_str("%23"),
            '?' => out.push_str("%3F"),
            other => out.push(other),
        }
    }
    out
}
