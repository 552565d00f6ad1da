//! Where the time of a build went, and how it is told: steps, templates, addresses, bytes.
//!
//! It knows no clock: whoever has one measures, and counts here. It must not know how a page is made.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::time::Duration;

use crate::locale::{Bilingual, Locale, both};
use crate::quantity::bytes_words;
use crate::table::table;

/// How many templates and addresses are told, the slowest first.
const TOLD: usize = 10;

/// A step of a build, in the order of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Files are read and parsed.
    Reading,
    /// The federation is modelled and its routes are planned; beside, the theme's templates are compiled.
    Modelling,
    /// The rules are run.
    Checking,
    /// What was written before is read, and room made for what is to come.
    Preparing,
    /// Routes are made, compared with what is there, and written.
    Making,
    /// What was measured of pages is judged.
    Examining,
    /// Changed files take the place of the old, others are removed, the list of files is written.
    Settling,
    /// What is wrong is told.
    Telling,
}

impl Step {
    const fn title(self) -> Bilingual {
        match self {
            Self::Reading => both("lire et analyser les fichiers", "reading and parsing files"),
            Self::Modelling => both("relier les fiches, lire les gabarits", "modelling, compiling templates"),
            Self::Checking => both("vérifier les règles", "running the rules"),
            Self::Preparing => both("préparer les dossiers", "preparing folders"),
            Self::Making => both("faire et écrire les pages", "making and writing pages"),
            Self::Examining => both("juger les mesures", "judging measures"),
            Self::Settling => both("mettre les fichiers en place", "putting files in place"),
            Self::Telling => both("dire ce qui ne va pas", "telling what is wrong"),
        }
    }
}

/// What it took to make what one address leads to, on the thread that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteTime {
    /// The address.
    pub address: String,
    /// The template that shows it, where it is a page.
    pub template: Option<&'static str>,
    /// How long it took.
    pub time: Duration,
}

/// Where the time of a build went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timings {
    /// How long each step took, by the clock on the wall.
    pub steps: Vec<(Step, Duration)>,
    /// How long each route took.
    pub routes: Vec<RouteTime>,
    /// How many files were written.
    pub written: usize,
    /// How many bytes these have.
    pub bytes: u64,
    /// How many files were left, being as they were.
    pub unchanged: usize,
}

impl Timings {
    /// The timings as a person reads them at a terminal.
    #[must_use]
    pub fn text(&self, locale: Locale) -> String {
        let tables = [self.steps_table(locale), self.templates_table(locale), self.addresses_table(locale)];
        // A title stands over something: where nothing was made, no address was slow.
        let told = tables.iter().filter(|rows| rows.len() > 1).map(|rows| table(rows));
        format!("\n{}\n{}\n", told.collect::<Vec<_>>().join("\n"), self.files_words(locale))
    }

    fn steps_table(&self, locale: Locale) -> Vec<Vec<String>> {
        let total: Duration = self.steps.iter().map(|(_, time)| *time).sum();
        let row = |title: &str, time| {
            vec![title.to_owned(), milliseconds(time, locale), share(time, total, locale)]
        };
        let mut rows = vec![head(locale, &[both("Étape", "Step"), both("ms", "ms"), both("part", "share")])];
        rows.extend(self.steps.iter().map(|(step, time)| row(step.title().get(locale), *time)));
        rows.push(row(both("en tout", "in all").get(locale), total));
        rows
    }

    fn templates_table(&self, locale: Locale) -> Vec<Vec<String>> {
        let titles = [
            both("Gabarits les plus lents", "Slowest templates"),
            both("adresses", "addresses"),
            both("ms en tout", "ms in all"),
            both("ms en moyenne", "mean ms"),
        ];
        let row = |name: &str, count: usize, time: Duration| {
            let mean = time / u32::try_from(count).unwrap_or(u32::MAX).max(1);
            vec![name.to_owned(), count.to_string(), milliseconds(time, locale), milliseconds(mean, locale)]
        };
        let without = both("sans gabarit", "no template").get(locale);
        let mut rows = vec![head(locale, &titles)];
        let slowest = self.templates().into_iter().take(TOLD);
        rows.extend(slowest.map(|(template, count, time)| row(template.unwrap_or(without), count, time)));
        let total = self.routes.iter().map(|route| route.time).sum();
        rows.push(row(both("tous", "all").get(locale), self.routes.len(), total));
        rows
    }

    /// Each template with how many addresses it shows and how long these took, the slowest first.
    fn templates(&self) -> Vec<(Option<&'static str>, usize, Duration)> {
        let mut sums: BTreeMap<Option<&'static str>, (usize, Duration)> = BTreeMap::new();
        for route in &self.routes {
            let (count, time) = sums.entry(route.template).or_default();
            *count += 1;
            *time += route.time;
        }
        let mut sums: Vec<_> =
            sums.into_iter().map(|(template, (count, time))| (template, count, time)).collect();
        sums.sort_by_key(|(_, _, time)| Reverse(*time));
        sums
    }

    fn addresses_table(&self, locale: Locale) -> Vec<Vec<String>> {
        let mut slowest: Vec<&RouteTime> = self.routes.iter().collect();
        slowest.sort_by_key(|route| (Reverse(route.time), &route.address));
        let mut rows =
            vec![head(locale, &[both("Adresses les plus lentes", "Slowest addresses"), both("ms", "ms")])];
        let row = |route: &RouteTime| vec![route.address.clone(), milliseconds(route.time, locale)];
        rows.extend(slowest.into_iter().take(TOLD).map(row));
        rows
    }

    /// « 1 fichier écrit (9,2 ko), 14 laissés tels quels »: zero and one are singular.
    fn files_words(&self, locale: Locale) -> String {
        let (written, unchanged) = (self.written, self.unchanged);
        let bytes = bytes_words(self.bytes, locale == Locale::French);
        if locale == Locale::English {
            return format!("Files written: {written} ({bytes}); left as they were: {unchanged}");
        }
        let files = if written < 2 { "fichier écrit" } else { "fichiers écrits" };
        let left = if unchanged < 2 { "laissé tel quel" } else { "laissés tels quels" };
        format!("{written} {files} ({bytes}), {unchanged} {left}")
    }
}

fn head(locale: Locale, titles: &[Bilingual]) -> Vec<String> {
    titles.iter().map(|title| title.get(locale).to_owned()).collect()
}

/// Milliseconds to a tenth: « 1234,5 ».
fn milliseconds(time: Duration, locale: Locale) -> String {
    let text = format!("{:.1}", time.as_secs_f64() * 1_000.0);
    if locale == Locale::French { text.replace('.', ",") } else { text }
}

fn share(time: Duration, total: Duration, locale: Locale) -> String {
    let total = total.as_secs_f64();
    let percent = if total > 0.0 { 100.0 * time.as_secs_f64() / total } else { 0.0 };
    let space = if locale == Locale::French { "\u{A0}" } else { "" };
    format!("{percent:.0}{space}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(address: &str, template: Option<&'static str>, milliseconds: u64) -> RouteTime {
        RouteTime { address: address.to_owned(), template, time: Duration::from_millis(milliseconds) }
    }

    fn timings() -> Timings {
        Timings {
            steps: vec![
                (Step::Reading, Duration::from_micros(2_500)),
                (Step::Making, Duration::from_micros(7_500)),
            ],
            routes: vec![
                route("/a/", Some("post.html"), 2),
                route("/atom.xml", None, 4),
                route("/b/", Some("post.html"), 3),
                route("/", Some("home.html"), 1),
            ],
            written: 1,
            bytes: 9_150,
            unchanged: 3,
        }
    }

    #[test]
    fn the_slowest_come_first() {
        let text = timings().text(Locale::French).replace('\u{A0}', " ");
        let expected = "
  Étape                            ms   part
  lire et analyser les fichiers   2,5   25 %
  faire et écrire les pages       7,5   75 %
  en tout                        10,0  100 %

  Gabarits les plus lents  adresses  ms en tout  ms en moyenne
  post.html                       2         5,0            2,5
  sans gabarit                    1         4,0            4,0
  home.html                       1         1,0            1,0
  tous                            4        10,0            2,5

  Adresses les plus lentes   ms
  /atom.xml                 4,0
  /b/                       3,0
  /a/                       2,0
  /                         1,0

1 fichier écrit (9,2 ko), 3 laissés tels quels
";
        assert_eq!(text, expected);
    }

    #[test]
    fn ten_are_told_and_equals_stand_by_address() {
        let routes = (10..30).rev().map(|number| route(&format!("/{number}/"), None, 1)).collect();
        let text = Timings { routes, ..Timings::default() }.text(Locale::English);
        let told: Vec<&str> = text.lines().filter_map(|line| line.trim().split('/').nth(1)).collect();
        assert_eq!(told, ["10", "11", "12", "13", "14", "15", "16", "17", "18", "19"]);
    }
}
