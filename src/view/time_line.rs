//! The label periods of a pole as they are drawn on a time axis: a dot for every few months, filled
//! while the pole is surely labelled, hollow while it may be. The history in words says the same.

use serde::Serialize;

use super::axis::{Axis, SpanView, TickView};
use super::viewer::Viewer;
use crate::date::{Date, Day, Precision};
use crate::model::{Extension, LabelPeriod};

/// The first row and the next ones, in the units of the drawing.
const TOP: usize = 64;
const ROW: usize = 48;

/// The label periods of a pole on a time axis. Positions across are in percent, positions down in
/// units of the drawing.
#[derive(Clone, Debug, Serialize)]
pub struct TimeLineView {
    /// How high the drawing is.
    pub height: usize,
    /// The line of the years' numbers.
    pub axis: usize,
    /// Years.
    pub ticks: Vec<TickView>,
    /// The periods, the latest first.
    pub rows: Vec<TimeLineRowView>,
    /// Where the site's day stands.
    pub today: f64,
    /// The site's day in words.
    pub day: String,
    /// What a dot stands for, in words.
    pub scale: String,
    /// Whether some part of a period is only possible.
    pub is_open: bool,
    /// Whether the end of some period is known.
    pub has_end: bool,
}

/// One label period as it is drawn.
#[derive(Clone, Debug, Serialize)]
pub struct TimeLineRowView {
    /// The line of its dots.
    pub y: usize,
    /// What it is: « Phase V, décision : 27 mars 2023 ».
    pub words: String,
    /// While it surely runs; nothing where it is not sure on any day.
    pub sure: Option<SpanView>,
    /// While it may run and no source says.
    pub open: Vec<SpanView>,
    /// When it was decided.
    pub decided: SpanView,
    /// Where it ends; nothing where no source says.
    pub end: Option<f64>,
}

impl Viewer<'_> {
    /// The known label periods of a pole, the latest first, as a drawing; nothing where there are none.
    pub fn time_line(&self, labels: &[&LabelPeriod]) -> Option<TimeLineView> {
        let bounds: Vec<Day> = labels.iter().flat_map(|label| bounds(label)).collect();
        bounds.first()?;
        let today = self.federation.today();
        let axis = Axis::around(bounds.into_iter().chain([today]).collect::<Vec<_>>())?;
        let rows: Vec<TimeLineRowView> = labels
            .iter()
            .enumerate()
            .map(|(index, label)| self.time_line_row(axis, label, TOP + index * ROW))
            .collect();
        let bottom = TOP + labels.len() * ROW - ROW / 2;
        Some(TimeLineView {
            height: bottom + 20,
            axis: bottom,
            ticks: axis.ticks(),
            is_open: rows.iter().any(|row| !row.open.is_empty()),
            has_end: rows.iter().any(|row| row.end.is_some()),
            rows,
            today: axis.place(today),
            day: self.day(today),
            scale: self.label(&format!("time_line.months_{}", axis.months_a_dot()), &[]),
        })
    }

    fn time_line_row(&self, axis: Axis, label: &LabelPeriod, y: usize) -> TimeLineRowView {
        let months = axis.months_a_dot();
        let span = |from, until| (from < until).then(|| axis.span(from, until, months));
        let is_open = label.extension == Extension::Unknown;
        let start = span(label.from.first, label.from.last);
        let extension = span(label.end(), label.last_possible_day()).filter(|_| is_open);
        let phase = self.link_to(&label.phase).map(|link| link.text).unwrap_or_default();
        let decided = self.about(label.decided);
        TimeLineRowView {
            y,
            words: self.label("time_line.row", &[("phase", &phase), ("date", &decided)]),
            sure: span(label.from.last, label.end()),
            end: extension.is_none().then(|| axis.place(label.end())),
            open: start.into_iter().chain(extension).collect(),
            decided: axis.date(label.decided),
        }
    }
}

impl Viewer<'_> {
    /// A date in few words: the month or year for days between two others.
    fn about(&self, date: Date) -> String {
        let (first, last) = (date.first, date.last);
        if date.precision != Precision::Interval {
            date.words(self.language)
        } else if first.year() != last.year() {
            format!("{}–{}", first.year(), last.year())
        } else {
            let is_month = first.month() == last.month();
            let precision = if is_month { Precision::Month } else { Precision::Year };
            Date { precision, ..date }.words(self.language)
        }
    }
}

fn bounds(label: &LabelPeriod) -> [Day; 4] {
    [label.from.first, label.decided.first, label.decided.last, label.last_possible_day()]
}
