//! What a federation's content says of the site's ecodesign.

use super::Federation;
use crate::ecodesign::{Assessment, Content, Grounds};
use crate::measures::Measures;

impl Federation {
    /// The state of each criterion on ecodesign; without measures, what is measured is left open.
    #[must_use]
    pub fn assess_ecodesign(&self, measures: Option<&Measures>) -> Assessment<'_> {
        let (ecodesign, today) = (&self.ecodesign, self.today());
        let verification = ecodesign.verification.as_ref();
        let grounds = measures
            .filter(|measures| !measures.pages.is_empty())
            .map(|measures| Grounds::new(measures, &self.config, self.dated_texts(), verification, today));
        Assessment::new(&ecodesign.declaration, grounds.as_ref(), today)
    }

    /// Dated texts that show, and those that say until when.
    fn dated_texts(&self) -> Content {
        let schedules = self.all().filter(|(_, entity)| entity.is_listed).filter_map(|(_, it)| it.schedule());
        schedules.fold(Content::default(), |content, schedule| Content {
            texts: content.texts + 1,
            ending: content.ending + usize::from(schedule.expire.is_some()),
        })
    }
}
