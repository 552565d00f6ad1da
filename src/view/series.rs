//! The figures of one measure through time, drawn as dots over their dates: two sources that differ
//! make two dots. The table on the same page says the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use super::axis::{Axis, TickView};
use super::viewer::Viewer;
use crate::model::{EntityId, Figure, Standing};

/// How many dates make a series: with fewer, a drawing says less than its table.
const DATES: usize = 3;

/// The line from which heights are measured, and the height of the highest dot above it, in the units
/// of the drawing.
const GROUND: i64 = 140;
const HIGHEST: f64 = 112.;

/// How wide a character and a dot are on a telephone, in percent of the drawing.
const CHARACTER: f64 = 2.8;
const DOT: f64 = 3.6;

/// How high letters and a dot are, and how far below a dot the line of letters is that stand above or
/// below it, in units.
const LETTERS: i64 = 12;
const DIAMETER: i64 = 10;
const ABOVE: i64 = -10;
const BELOW: i64 = 21;

/// One measure through time. Positions across are in percent, positions down in units of the drawing.
#[derive(Clone, Debug, Serialize)]
pub struct SeriesView {
    /// What is measured.
    pub name: String,
    /// How high the drawing is.
    pub height: i64,
    /// The line of zero.
    pub ground: i64,
    /// Years.
    pub ticks: Vec<TickView>,
    /// The figures, by date.
    pub dots: Vec<DotView>,
    /// Whether some date is wider than a dot.
    pub has_range: bool,
}

/// One figure of a series.
#[derive(Clone, Debug, Serialize)]
pub struct DotView {
    /// The first place that its date may have.
    pub from: f64,
    /// The last.
    pub until: f64,
    /// Its middle.
    pub x: f64,
    /// How far down it is.
    pub y: i64,
    /// Its number in words.
    pub value: String,
    /// The line of these words; nothing where there is no room for them.
    pub line: Option<i64>,
}

impl Viewer<'_> {
    /// The series of an entity: of each measure of the whole that is known at enough dates.
    pub fn series(&self, id: EntityId) -> Vec<SeriesView> {
        let known = self.federation.entity(id).figures.known(self.federation.today());
        let mut measures: BTreeMap<(&Arc<str>, Option<&str>), Vec<&Figure>> = BTreeMap::new();
        for figure in known.filter(|figure| figure.standing() == Standing::Whole) {
            measures.entry((&figure.metric, figure.quantity.unit.as_deref())).or_default().push(figure);
        }
        measures.into_values().filter_map(|figures| self.one_series(id, figures)).collect()
    }

    fn one_series(&self, id: EntityId, mut figures: Vec<&Figure>) -> Option<SeriesView> {
        figures.sort_by_key(|figure| figure.as_of);
        let dates: BTreeSet<_> = figures.iter().map(|figure| figure.as_of.first).collect();
        let most = figures.iter().map(|figure| figure.quantity.value()).fold(0., f64::max);
        let is_drawable = figures.iter().all(|figure| figure.quantity.value() >= 0.);
        if dates.len() < DATES || most <= 0. || !is_drawable {
            return None;
        }
        let days: Vec<_> =
            figures.iter().flat_map(|figure| [figure.as_of.first, figure.as_of.last]).collect();
        let axis = Axis::around(days)?;
        let views = figures.iter().map(|figure| {
            let (from, until) = (axis.place(figure.as_of.first), axis.place(figure.as_of.last));
            let y = GROUND - height(figure.quantity.value() / most);
            let value = self.figure(id, figure).value;
            DotView { from, until, x: (f64::midpoint(from, until) * 10.).round() / 10., y, value, line: None }
        });
        let mut dots: Vec<DotView> = views.collect();
        place_words(&mut dots);
        let name = self.figure(id, figures.first()?).name;
        let has_range = dots.iter().any(DotView::is_range);
        Some(SeriesView { name, height: GROUND + 24, ground: GROUND, ticks: axis.ticks(), dots, has_range })
    }
}

impl DotView {
    /// Whether its date is wider than its dot.
    fn is_range(&self) -> bool {
        self.until - self.from > DOT / 2.
    }
}

/// What a dot or words take up.
struct Room {
    x: f64,
    width: f64,
    top: i64,
    height: i64,
}

impl Room {
    fn of_dot(dot: &DotView) -> Self {
        Self { x: dot.x, width: DOT, top: dot.y - DIAMETER / 2, height: DIAMETER }
    }

    #[expect(clippy::cast_precision_loss, reason = "a number has few characters")]
    fn of_words(dot: &DotView, line: i64) -> Self {
        let width = (dot.value.chars().count() + 1) as f64 * CHARACTER;
        Self { x: dot.x, width, top: line - LETTERS, height: LETTERS }
    }

    fn meets(&self, other: &Self) -> bool {
        (self.x - other.x).abs() < f64::midpoint(self.width, other.width)
            && self.top < other.top + other.height
            && other.top < self.top + self.height
    }
}

/// Puts the number of each dot above or below it, the latest first, where it meets no dot and no other
/// number.
fn place_words(dots: &mut [DotView]) {
    let mut taken: Vec<Room> = dots.iter().map(Room::of_dot).collect();
    for dot in dots.iter_mut().rev() {
        let lines = [ABOVE, BELOW].map(|from_dot| dot.y + from_dot);
        let is_free = |line: &i64| !taken.iter().any(|room| room.meets(&Room::of_words(dot, *line)));
        dot.line = lines.into_iter().find(is_free);
        taken.extend(dot.line.map(|line| Room::of_words(dot, line)));
    }
}

/// How high a part of the highest figure stands.
#[expect(clippy::cast_possible_truncation, reason = "the part is from 0 to 1")]
fn height(part: f64) -> i64 {
    (part * HIGHEST).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(x: f64, y: i64, value: &str) -> DotView {
        DotView { from: x, until: x, x, y, value: value.to_owned(), line: None }
    }

    #[test]
    fn numbers_stand_where_they_meet_nothing() {
        let mut dots = [dot(10., 50, "66"), dot(50., 50, "71"), dot(52., 47, "72"), dot(52., 49, "73")];
        place_words(&mut dots);
        assert_eq!(dots.each_ref().map(|it| it.line), [Some(40), None, Some(68), Some(39)]);
    }
}
