//! Who wrote what is wrong in a page: a line of the content, or a tag of a template.
//!
//! A page does not say where its parts come from, so it is looked for: a tag that a template writes just so is
//! the template's; words and addresses that stand in the page's own file are its writer's; anything else is put
//! down to the tag of the templates that is most like it, or to the page's template as a whole.

mod in_content;
mod in_template;

use std::collections::BTreeMap;

use crate::config;
use crate::diagnostic::Diagnostic;
use crate::locale::Wording;
use crate::output::Site;
use crate::plan::{Address, Output, Route, Subject};
use crate::rendered::Trace;
use crate::rule::PageFault;
use crate::source::{FilePath, Place, Source, Span};
use crate::wording;
use crate::world::World;

/// How many pages are named where many have one fault.
const NAMED: usize = 3;

/// The diagnostics of faults; one for all pages that have it from one place.
pub(super) fn locate(faults: Vec<PageFault>, site: &Site, world: &dyn World) -> Vec<Diagnostic> {
    if faults.is_empty() {
        return Vec::new();
    }
    let mut files = Files { world, sources: BTreeMap::new() };
    let mut found: BTreeMap<(Place, &'static str, Wording), (Vec<String>, PageFault)> = BTreeMap::new();
    for fault in faults {
        let place = place(&fault, site, &mut files);
        let key = (place, fault.code, fault.message.clone());
        found.entry(key).or_insert_with(|| (Vec::new(), fault.clone())).0.push(fault.page);
    }
    found.into_iter().map(|((place, ..), (pages, fault))| diagnostic(place, pages, fault)).collect()
}

fn diagnostic(place: Place, mut pages: Vec<String>, fault: PageFault) -> Diagnostic {
    pages.dedup();
    let mut hints = fault.hints;
    if pages.iter().any(|page| !page.is_empty()) {
        hints.push(where_it_shows(&pages));
    }
    Diagnostic {
        code: fault.code,
        severity: fault.severity,
        title: fault.title,
        place,
        lasting: None,
        message: fault.message,
        labels: Vec::new(),
        hints,
        fix: None,
    }
}

/// The pages on which a fault shows: a few by name, the others by number: never one alone.
fn where_it_shows(pages: &[String]) -> Wording {
    let are_all_named = pages.len() <= NAMED + 1;
    let named = pages.iter().take(if are_all_named { pages.len() } else { NAMED });
    let named = named.map(|page| format!("`{page}`")).collect::<Vec<_>>().join(", ");
    if are_all_named {
        return wording!("à voir sur {named}", "to be seen on {named}");
    }
    let others = pages.len() - NAMED;
    wording!("à voir sur {named} et {others} autres pages", "to be seen on {named} and {others} other pages")
}

fn place(fault: &PageFault, site: &Site, files: &mut Files<'_>) -> Place {
    if let Some(place) = &fault.place {
        return place.clone();
    }
    let Some(route) = site.plan.route(&Address::new(&fault.page)) else {
        return Place::new(&FilePath::new(config::FILE), Span::default());
    };
    let own = own_files(site, route);
    let templates = template_files(site, route);
    let Some(trace) = &fault.trace else {
        let file = own.first().or(templates.first()).cloned();
        return Place::new(&file.unwrap_or_else(|| FilePath::new(config::FILE)), Span::default());
    };
    in_templates(trace, &templates, files, in_template::Likeness::is_exact)
        .or_else(|| in_own(trace, &own, files))
        .or_else(|| in_templates(trace, &templates, files, |_| true))
        .or_else(|| Some(Place::new(templates.first()?, Span::default())))
        .unwrap_or_else(|| Place::new(&FilePath::new(config::FILE), Span::default()))
}

fn in_own(trace: &Trace, own: &[FilePath], files: &mut Files<'_>) -> Option<Place> {
    own.iter().find_map(|file| {
        let span = in_content::find(trace, &files.read(file)?.text)?;
        Some(Place::new(file, span))
    })
}

/// The tag of the templates that is most like an element, among those likely enough; of equals the first.
fn in_templates(
    trace: &Trace,
    templates: &[FilePath],
    files: &mut Files<'_>,
    is_likely: impl Fn(&in_template::Likeness) -> bool,
) -> Option<Place> {
    let mut best: Option<(usize, Place)> = None;
    for file in templates {
        let Some(source) = files.read(file) else { continue };
        for (span, likeness) in
            in_template::tags(trace, &source.text).filter(|(_, likeness)| is_likely(likeness))
        {
            if best.as_ref().is_none_or(|(most, _)| likeness.score > *most) {
                best = Some((likeness.score, Place::new(file, span)));
            }
        }
    }
    best.map(|(_, place)| place)
}

/// The files whose words a page shows, its own language first.
fn own_files(site: &Site, route: &Route) -> Vec<FilePath> {
    let Output::Page(Subject::Entity(id), language) = &route.output else { return Vec::new() };
    let entity = site.federation.entity(*id);
    let own = entity.translation(language).into_iter();
    own.chain([&entity.document]).map(|document| document.path.clone()).collect()
}

/// The templates of a theme, that of the page first.
fn template_files(site: &Site, route: &Route) -> Vec<FilePath> {
    let own = site.template_file(route);
    let others = site.template_files().filter(|file| Some(*file) != own);
    own.into_iter().chain(others).cloned().collect()
}

/// Files read as they are looked through, each once.
struct Files<'a> {
    world: &'a dyn World,
    sources: BTreeMap<FilePath, Option<Source>>,
}

impl Files<'_> {
    /// A file; nothing where it cannot be read any more.
    fn read(&mut self, file: &FilePath) -> Option<&Source> {
        let world = self.world;
        let source = self
            .sources
            .entry(file.clone())
            .or_insert_with(|| world.read(file).ok().map(|bytes| Source::decode(file.clone(), bytes)));
        source.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn one_page_more_is_named_and_several_are_counted() {
        let shown = |count: usize| {
            let pages: Vec<String> = (1..=count).map(|page| format!("/{page}/")).collect();
            where_it_shows(&pages).get(Locale::French).to_owned()
        };
        assert_eq!(shown(1), "à voir sur `/1/`");
        assert_eq!(shown(NAMED + 1), "à voir sur `/1/`, `/2/`, `/3/`, `/4/`");
        assert_eq!(shown(NAMED + 2), "à voir sur `/1/`, `/2/`, `/3/` et 2 autres pages");
    }
}
