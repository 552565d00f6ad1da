//! The phases on a time axis, a dot for each of those that the figure shared by most phases counts:
//! the poles of a phase, where its figures say how many. A table on the same page says the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::axis::{Axis, SpanView, TickView};
use super::link::{FigureView, LinkView};
use super::viewer::Viewer;
use crate::date::Day;
use crate::model::{Data, EntityId, Figure, Phase, Standing};
use crate::schema::Kind;

/// How far two lines of dots are from each other, and what stands above them.
const LINE: i64 = 8;
const TOP: i64 = 40;

/// Dots in a line for a year: as many for all phases, so that equal numbers look equal.
const DOTS_A_YEAR: i64 = 2;

/// The most dots that can still be told apart: beyond, a drawing would say less than its table.
const MOST: i64 = 200;

/// The phases on a time axis. Positions across are in percent, positions down in units of the drawing.
#[derive(Clone, Debug, Serialize)]
pub struct PhaseLineView {
    /// How high the drawing is.
    pub height: i64,
    /// The line on which the dots stand.
    pub ground: i64,
    /// Years.
    pub ticks: Vec<TickView>,
    /// The phases, the first one first.
    pub phases: Vec<PhaseDotsView>,
    /// What is counted.
    pub counted: String,
}

/// A phase with what counts in it.
#[derive(Clone, Debug, Serialize)]
pub struct PhaseDotsView {
    /// The phase.
    pub link: LinkView,
    /// Its name without the word that the names of all share.
    pub short: String,
    /// Its years, or days where the profile gives them.
    pub period: String,
    /// The figure.
    pub figure: FigureView,
    /// Its middle.
    pub middle: f64,
    /// The line of the figure, just above the dots.
    pub top: i64,
    /// Lines of dots, the lowest first.
    pub lines: Vec<DotLineView>,
}

/// A line of dots.
#[derive(Clone, Debug, Serialize)]
pub struct DotLineView {
    /// How far down it is.
    pub y: i64,
    /// Where it runs, and its number of dots.
    pub span: SpanView,
}

/// A phase whose days and figure are known.
struct Counted<'a> {
    id: EntityId,
    phase: &'a Phase,
    from: Day,
    until: Day,
    figure: &'a Figure,
}

impl Viewer<'_> {
    /// The phases as a drawing; nothing where fewer than two share a figure.
    pub fn phase_line(&self) -> Option<PhaseLineView> {
        let mut phases = self.counted_phases(&self.shared_metric()?);
        phases.sort_by_key(|it| it.phase.number);
        let axis = Axis::around(phases.iter().flat_map(|it| [it.from, it.until]).collect::<Vec<_>>())?;
        let (first, is_small) = (phases.first()?, phases.iter().all(|it| number(it.figure) <= MOST));
        let counted = self.figure(first.id, first.figure).name;
        let lines: Vec<Vec<SpanView>> =
            phases.iter().map(|it| if is_small { dots(axis, it) } else { Vec::new() }).collect();
        let highest = lines.iter().map(Vec::len).max().and_then(|it| i64::try_from(it).ok())?;
        let ground = TOP + highest * LINE;
        let views = phases.iter().zip(lines).map(|(it, spans)| self.phase_dots(axis, it, spans, ground));
        let mut phases: Vec<PhaseDotsView> = views.collect();
        shorten(&mut phases);
        Some(PhaseLineView { height: ground + 24, ground, ticks: axis.ticks(), phases, counted })
    }

    /// The metric that most phases have a figure of, where two have.
    fn shared_metric(&self) -> Option<Arc<str>> {
        let mut phases: BTreeMap<&Arc<str>, usize> = BTreeMap::new();
        for (_, entity) in self.federation.listed(Kind::Phase) {
            let whole = entity.figures.known(self.federation.today()).filter(|figure| is_count(figure));
            for metric in whole.map(|it| &it.metric).collect::<std::collections::BTreeSet<_>>() {
                *phases.entry(metric).or_default() += 1;
            }
        }
        let most = phases.values().copied().max().filter(|most| *most > 1)?;
        phases.into_iter().find(|(_, count)| *count == most).map(|(metric, _)| metric.clone())
    }

    fn counted_phases(&self, metric: &str) -> Vec<Counted<'_>> {
        let phases = self.federation.listed(Kind::Phase).filter_map(|(id, entity)| {
            let Data::Phase(phase) = &entity.data else { return None };
            let figures = entity.figures.known(self.federation.today());
            let figures = figures.filter(|figure| &*figure.metric == metric && is_count(figure));
            let figure = self.federation.eligible(metric, figures).pop()?;
            Some(Counted { id, phase, from: phase.from?.first, until: phase.until?.last, figure })
        });
        phases.collect()
    }

    fn phase_dots(&self, axis: Axis, it: &Counted<'_>, spans: Vec<SpanView>, ground: i64) -> PhaseDotsView {
        let lines =
            (0..).zip(spans).map(|(index, span)| DotLineView { y: ground - LINE - index * LINE, span });
        let lines: Vec<DotLineView> = lines.collect();
        let middle = f64::midpoint(axis.place(it.from), axis.place(it.until));
        PhaseDotsView {
            short: self.name(self.federation.entity(it.id)),
            link: unbroken(self.link(it.id)),
            period: self.phase_period(it.phase),
            figure: self.figure(it.id, it.figure),
            middle: (middle * 10.).round() / 10.,
            top: lines.last().map_or(ground - LINE, |line| line.y - LINE),
            lines,
        }
    }
}

/// A link whose words stay on one line: « Phase » is nothing without its number.
fn unbroken(link: LinkView) -> LinkView {
    LinkView { text: link.text.replace(' ', "\u{A0}"), ..link }
}

/// « Phase I », « Phase II » are « I », « II »; what keeps a number with its word is a space too.
fn shorten(phases: &mut [PhaseDotsView]) {
    let word =
        phases.first().and_then(|phase| Some(phase.short.split_once(char::is_whitespace)?.0.to_owned()));
    let Some(word) = word else { return };
    let short = |name: &str| Some(name.strip_prefix(&word)?.strip_prefix(char::is_whitespace)?.to_owned());
    let all: Option<Vec<String>> = phases.iter().map(|phase| short(&phase.short)).collect();
    for (phase, name) in phases.iter_mut().zip(all.unwrap_or_default()) {
        phase.short = name;
    }
}

/// A figure of the whole phase that counts something.
fn is_count(figure: &Figure) -> bool {
    figure.standing() == Standing::Whole && figure.quantity.unit.is_none()
}

/// Lines of dots along a phase, full ones first.
fn dots(axis: Axis, it: &Counted<'_>) -> Vec<SpanView> {
    // A little short of the next phase, so that each stands apart.
    let (from, width) = (axis.place(it.from), axis.place(it.until) - axis.place(it.from) - 1.);
    let in_line = i64::from(it.until.year() - it.from.year() + 1) * DOTS_A_YEAR;
    let mut left = number(it.figure);
    let mut spans = Vec::new();
    while left > 0 && in_line > 0 {
        let own = left.min(in_line);
        let until = from + width * part(own, in_line);
        spans.push(SpanView { from, until: (until * 10.).round() / 10., dots: own });
        left -= own;
    }
    spans
}

/// How many a figure counts.
#[expect(clippy::cast_possible_truncation, reason = "a count is far below, and a cast stays within bounds")]
fn number(figure: &Figure) -> i64 {
    figure.quantity.value().round() as i64
}

#[expect(clippy::cast_precision_loss, reason = "both are small")]
fn part(number: i64, of: i64) -> f64 {
    number as f64 / of as f64
}
