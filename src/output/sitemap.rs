//! The addresses of all pages, for search engines (sitemaps.org), with their other languages.

use std::fmt::Write as _;

use crate::language::Language;
use crate::model::Federation;
use crate::plan::{Plan, Route, SITEMAP_SIZE, Subject, sitemap_part_address};
use crate::typography::escape;

const PROTOCOL: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// The whole list, or the list of its parts where it is long.
pub(super) fn sitemap(federation: &Federation, plan: &Plan) -> Vec<u8> {
    let pages = plan.pages().count();
    if pages <= SITEMAP_SIZE {
        return part(federation, plan, 0);
    }
    let site = &federation.config.address;
    let mut xml = format!("{DECLARATION}<sitemapindex xmlns=\"{PROTOCOL}\">\n");
    for part in 0..pages.div_ceil(SITEMAP_SIZE) {
        // Writing to a String cannot fail.
        let _ = writeln!(xml, "<sitemap><loc>{site}{}</loc></sitemap>", sitemap_part_address(part));
    }
    xml.push_str("</sitemapindex>\n");
    xml.into_bytes()
}

/// One part of the list, counted from 0.
pub(super) fn part(federation: &Federation, plan: &Plan, part: usize) -> Vec<u8> {
    let xhtml = "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";
    let mut xml = format!("{DECLARATION}<urlset xmlns=\"{PROTOCOL}\" {xhtml}>\n");
    let pages = plan.pages().skip(part * SITEMAP_SIZE).take(SITEMAP_SIZE);
    for (route, subject, _) in pages {
        entry(federation, plan, route, subject, &mut xml);
    }
    xml.push_str("</urlset>\n");
    xml.into_bytes()
}

fn entry(federation: &Federation, plan: &Plan, route: &Route, subject: &Subject, xml: &mut String) {
    let site = &federation.config.address;
    let _ = write!(xml, "<url><loc>{}</loc>", escape(&format!("{site}{}", route.address)));
    if let Some(date) = last_change(federation, subject) {
        let _ = write!(xml, "<lastmod>{date}</lastmod>");
    }
    let languages = federation.config.languages.iter();
    let others: Vec<(&Language, String)> = languages
        .filter_map(|language| Some((language, format!("{site}{}", plan.address(subject, language)?))))
        .collect();
    if others.len() > 1 {
        for (language, url) in others {
            let url = escape(&url);
            let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{url}\"/>");
        }
    }
    xml.push_str("</url>\n");
}

/// The day of a post's last change; nothing is known of other pages.
fn last_change(federation: &Federation, subject: &Subject) -> Option<String> {
    let Subject::Entity(id) = subject else { return None };
    let post = federation.entity(*id).post()?;
    post.updated.or(post.date).map(|date| date.last.to_string())
}
