//! Key figures: every figure of the site as series, differing sources side by side.

use serde::Serialize;

use super::link::{FigureView, LinkView};
use super::series::SeriesView;
use super::viewer::Viewer;
use crate::model::EntityId;
use crate::plan::KINDS_WITH_KEY_FIGURES;
use crate::schema::Kind;

/// How many figures the page bears in all, beyond those of the first entity: the others are linked.
const MOST: usize = 30;

/// Key figures. Template `figures.html`, as `figures`.
#[derive(Clone, Debug, Serialize)]
pub struct KeyFiguresView {
    /// The heading.
    pub title: String,
    /// Entities with their figures, as many as a page bears.
    pub entities: Vec<EntityFiguresView>,
    /// The others that have figures: these are on their own pages.
    pub others: Vec<OtherFiguresView>,
}

/// An entity whose figures are on its own page.
#[derive(Clone, Debug, Serialize)]
pub struct OtherFiguresView {
    /// Whose they are.
    pub link: LinkView,
    /// How many there are, in words.
    pub count: String,
}

/// The figures of one entity.
#[derive(Clone, Debug, Serialize)]
pub struct EntityFiguresView {
    /// Whose they are.
    pub link: LinkView,
    /// Its figures: by what they measure, then by date.
    pub figures: Vec<FigureView>,
    /// Those of one measure at several dates, as drawings.
    pub series: Vec<SeriesView>,
}

impl Viewer<'_> {
    /// Every figure of the site.
    pub fn key_figures(&self) -> KeyFiguresView {
        let mut entities = Vec::new();
        let mut others = Vec::new();
        let mut shown = 0;
        for entity in KINDS_WITH_KEY_FIGURES.iter().flat_map(|kind| self.figures_of_kind(*kind)) {
            let count = entity.figures.len();
            if shown == 0 || shown + count <= MOST {
                shown += count;
                entities.push(entity);
            } else {
                others
                    .push(OtherFiguresView { link: entity.link, count: self.count("count.figures", count) });
            }
        }
        KeyFiguresView { title: self.label("section.figures", &[]), entities, others }
    }

    /// The entities of a kind that have figures, those that have most first.
    fn figures_of_kind(&self, kind: Kind) -> Vec<EntityFiguresView> {
        let listed = self.federation.listed(kind);
        let views = listed.map(|(id, _)| EntityFiguresView {
            link: self.link(id),
            figures: self.by_measure(id),
            series: self.series(id),
        });
        let mut views: Vec<EntityFiguresView> = views.filter(|view| !view.figures.is_empty()).collect();
        views.sort_by_key(|view| std::cmp::Reverse(view.figures.len()));
        views
    }

    fn by_measure(&self, id: EntityId) -> Vec<FigureView> {
        let known = self.federation.entity(id).figures.known(self.federation.today());
        let mut figures: Vec<_> = known.collect();
        figures.sort_by(|left, right| (&left.metric, left.as_of).cmp(&(&right.metric, right.as_of)));
        figures.into_iter().map(|figure| self.figure(id, figure)).collect()
    }
}
