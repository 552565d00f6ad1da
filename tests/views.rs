//! The reference of views (`grappe explain view`) against views of real pages: every value that a
//! template sees is told, with what it is, and nothing else is.
#![allow(clippy::disallowed_methods, reason = "tests read the disk")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use grappe::budget::PageKind;
use grappe::footprint::Footprint;
use grappe::measures::{Measures, PageRecord, Scan};
use grappe::plan::Output;
use grappe::source::{FilePath, Place, Span};
use grappe::theme::{Choice, Theme};
use grappe::view::reference::{COMMON, Reference, Value};
use grappe::view::{RecentCards, View, Viewer, view};
use grappe::world::MemoryWorld;
use serde_json::Value as Json;

/// Compares what is serialised with the reference, and keeps what was met of it.
struct Walk<'a> {
    reference: &'a Reference,
    views: BTreeSet<String>,
    templates: BTreeMap<String, BTreeSet<String>>,
    apart: BTreeSet<String>,
}

impl Walk<'_> {
    /// Every page of a site.
    fn site(&mut self, world: &MemoryWorld) {
        let site = support::analysis(world).site.expect("a site");
        let config = &site.federation.config;
        let place = Place::new(&FilePath::new("site-config.toml"), Span::default());
        let choice = Choice { name: config.theme.clone(), place, accent: None, accent_dark: None };
        let measures = one_measure();
        let theme = Theme::load(world, &choice, &config.languages).expect("a theme");
        for route in site.plan.routes() {
            let Output::Page(_, language) = &route.output else { continue };
            let viewer = Viewer {
                federation: &site.federation,
                plan: &site.plan,
                labels: &theme.labels[language.tag()],
                language,
                first: &config.languages[0],
                is_audited: false,
                shows_related: true,
                measures: Some(&measures),
                cards: &RecentCards::default(),
            };
            self.value(&json(&viewer.site()), &Value::View("SiteView".to_owned()), "site");
            self.page(&view(&viewer, route).expect("a page"));
        }
    }

    fn page(&mut self, view: &View) {
        self.value(&json(&view.page), &Value::View("PageView".to_owned()), "page");
        let mut seen = BTreeMap::new();
        if let Json::Object(content) = json(&view.content) {
            seen.extend(content);
        }
        seen.extend(view.entity.as_ref().map(|entity| ("entity".to_owned(), json(entity))));
        let Some(template) = self.reference.templates.get(view.template) else {
            self.apart.insert(format!("{} is not told", view.template));
            return;
        };
        self.templates.entry(view.template.to_owned()).or_default().extend(seen.keys().cloned());
        for (name, own) in &template.own {
            let value = seen.get(name).unwrap_or(&Json::Null);
            self.value(value, &Value::View(own.clone()), &format!("{name} of {}", view.template));
        }
    }

    fn value(&mut self, json: &Json, told: &Value, place: &str) {
        match (told, json) {
            (Value::Text | Value::Language, Json::String(_))
            | (Value::Number, Json::Number(_))
            | (Value::Truth, Json::Bool(_))
            | (Value::Maybe(_), Json::Null) => {}
            (Value::Pair, Json::Array(two)) if two.len() == 2 && two.iter().all(Json::is_number) => {}
            (Value::Maybe(told), json) => self.value(json, told, place),
            (Value::List(told), Json::Array(values)) => {
                for value in values {
                    self.value(value, told, place);
                }
            }
            (Value::View(view), Json::Object(fields)) => self.fields(fields, view, place),
            _ => drop(self.apart.insert(format!("{place} is no {told:?}: {json}"))),
        }
    }

    fn fields(&mut self, fields: &serde_json::Map<String, Json>, view: &str, place: &str) {
        let Some(shape) = self.reference.shape(view) else {
            self.apart.insert(format!("{view} of {place} is not told"));
            return;
        };
        self.views.insert(view.to_owned());
        let told: BTreeSet<&String> = shape.fields.iter().map(|field| &field.name).collect();
        let found: BTreeSet<&String> = fields.keys().collect();
        let is_as_told =
            if shape.is_choice { found.is_subset(&told) && found.len() == 1 } else { found == told };
        if !is_as_told {
            self.apart.insert(format!("{view}: {found:?}, and the reference says {told:?}"));
        }
        for field in shape.fields.iter().filter(|field| fields.contains_key(&field.name)) {
            self.value(&fields[&field.name], &field.value, &format!("{view}.{}", field.name));
        }
    }
}

/// What was measured of a page that weighs nothing: it is there, that is all.
fn one_measure() -> Measures {
    let (address, title) = ("/".to_owned(), "Accueil".to_owned());
    let (footprint, scan) = (Footprint::default(), Scan::default());
    let page = PageRecord {
        address,
        kind: PageKind::Home,
        title,
        footprint,
        scan,
        inline: grappe::html::inline::InlineBlocks::default(),
    };
    Measures::new(vec![page], Vec::new())
}

fn json(value: &impl serde::Serialize) -> Json {
    serde_json::to_value(value).expect("plain data")
}

fn walk(reference: &Reference) -> Walk<'_> {
    let (views, templates, apart) = Default::default();
    let mut walk = Walk { reference, views, templates, apart };
    for world in [
        support::real_site(),
        support::small_site("petite"),
        support::site_of_quays(),
        support::audited_site(),
    ] {
        walk.site(&world);
    }
    walk
}

#[test]
fn the_reference_says_what_templates_see_and_nothing_else() {
    let reference = Reference::read();
    let walk = walk(&reference);
    assert!(walk.apart.is_empty(), "{:#?}", walk.apart);
    let told: BTreeSet<String> = reference.shapes.keys().cloned().collect();
    let never_met: Vec<&String> = told.difference(&walk.views).collect();
    assert!(never_met.is_empty(), "no page of the sites of tests shows {never_met:?}");
    let pages = reference.templates.iter().filter(|(_, template)| template.is_page);
    let names = |own: &[(String, String)]| own.iter().map(|(name, _)| name.clone()).collect();
    let pages: BTreeMap<String, BTreeSet<String>> =
        pages.map(|(template, it)| (template.clone(), names(&it.own))).collect();
    assert_eq!(pages, walk.templates);
    assert!(COMMON.iter().all(|(_, view)| walk.views.contains(*view)));
}

#[test]
fn everything_in_the_reference_is_described() {
    let reference = Reference::read();
    assert!(reference.shapes.len() > 60, "{}", reference.shapes.len());
    for (view, shape) in &reference.shapes {
        assert!(!shape.words.is_empty() && !shape.fields.is_empty(), "{view}");
        for field in &shape.fields {
            assert!(!field.words.is_empty(), "{view}.{}", field.name);
            let part = field.value.view();
            assert!(part.is_none_or(|part| reference.shape(part).is_some()), "{view}.{}", field.name);
        }
    }
}

#[test]
fn every_template_of_the_theme_is_told() {
    let reference = Reference::read();
    let folder = support::root().join("themes/sobre/templates");
    let shared = ["base.html", "profile.html"];
    for entry in std::fs::read_dir(folder).expect("the templates") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_page = entry.path().is_file() && !shared.contains(&name.as_str());
        assert!(!is_page || reference.templates.contains_key(&name), "{name}");
    }
}
