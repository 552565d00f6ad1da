//! The page of open data: what each file holds, how large it is, under what licence.

use serde::Serialize;

use super::viewer::Viewer;
use crate::dataset::{Dataset, Format};
use crate::quantity::count_words;

/// The page of open data. Template `open-data.html`, as `open_data`.
#[derive(Clone, Debug, Serialize)]
pub struct OpenDataView {
    /// The heading.
    pub title: String,
    /// The day as known on which the files are made, in words.
    pub day: String,
    /// The licence that the configuration states; empty where it states none.
    pub licence: String,
    /// Where the terms of the licence are; empty where no one says.
    pub licence_url: String,
    /// The tables that have rows.
    pub datasets: Vec<DatasetView>,
}

/// A table of open data.
#[derive(Clone, Debug, Serialize)]
pub struct DatasetView {
    /// What it holds, in a few words.
    pub title: String,
    /// How many rows it has, in words.
    pub count: String,
    /// The names of its columns.
    pub columns: Vec<&'static str>,
    /// Its files, one a format.
    pub files: Vec<DataFileView>,
}

/// A file of open data.
#[derive(Clone, Debug, Serialize)]
pub struct DataFileView {
    /// Its address.
    pub href: String,
    /// Its name: `poles.csv`.
    pub name: String,
    /// How large it is, in words.
    pub size: String,
}

impl Viewer<'_> {
    /// The page of open data.
    pub fn open_data(&self) -> OpenDataView {
        let config = &self.federation.config;
        OpenDataView {
            title: self.label("section.open_data", &[]),
            day: self.day(self.federation.today()),
            licence: self.typeset(config.licences.get(self.language)),
            licence_url: config.licence_url.clone().unwrap_or_default(),
            datasets: Dataset::ALL.into_iter().filter_map(|dataset| self.dataset(dataset)).collect(),
        }
    }

    fn dataset(&self, dataset: Dataset) -> Option<DatasetView> {
        let table = dataset.table(self.federation);
        let files = Format::ALL.into_iter().filter_map(|format| {
            let href = self.plan.data_file(dataset, format)?.to_string();
            let name = href.rsplit('/').next().unwrap_or("").to_owned();
            Some(DataFileView { size: self.size(table.file(format).len()), name, href })
        });
        let files: Vec<DataFileView> = files.collect();
        (!files.is_empty()).then(|| DatasetView {
            title: self.label(&format!("open_data.{}", dataset.word()), &[]),
            count: self.count("open_data.rows", table.len()),
            columns: table.columns.clone(),
            files,
        })
    }

    /// « 640 octets », « 12 ko »: thousands are rounded, never to nothing.
    pub(super) fn size(&self, bytes: usize) -> String {
        let (key, number) = if bytes < 1000 { ("bytes", bytes) } else { ("kilobytes", (bytes + 500) / 1000) };
        let number = count_words(number, self.language);
        self.label(&format!("open_data.{key}"), &[("size", &number)])
    }
}
