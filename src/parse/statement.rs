//! What texts state about time and number, found while they are read, so that rules which know the
//! day and every name need not read them again: days with their weekday, words that count from an
//! unknown day, future wordings about a day, « aujourd'hui », counts with what they announce, posts
//! that people are said to hold.
//!
//! Only what may be wrong is kept. Quotations and code are no statements of the text. This module
//! must not know when the text was written, nor who exists.

mod calendar;
mod count;
mod enumeration;
mod future;
mod lexer;
mod list;
mod now;
mod post_held;
mod reader;
mod relative;
mod sentence;
mod token;
mod trigger;
mod weekday;

pub(super) use reader::StatementReader;

use crate::date::{Day, Weekday};
use crate::source::Span;

/// Something that a text states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Where it stands.
    pub span: Span,
    /// As it was written.
    pub words: Box<str>,
    /// What is stated.
    pub claim: Claim,
}

/// What is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// A day of the month with the wrong weekday, or without its year.
    Weekday {
        /// The weekday as written.
        weekday: Weekday,
        /// The month, from 1.
        month: i8,
        /// The day of the month.
        day: i8,
        /// The year; `None` where it goes without saying.
        year: Option<i16>,
    },
    /// A time counted from the day on which the text was written, which it does not tell.
    Relative(Reach),
    /// A future wording about a date; its last day.
    Future {
        /// The last day that is meant.
        until: Day,
    },
    /// « aujourd'hui » or the like.
    Now {
        /// Whether a figure is given with it.
        has_figure: bool,
    },
    /// A count that is not that of what follows it.
    Count {
        /// The number announced.
        announced: u16,
        /// How many follow.
        listed: u16,
        /// The end of the enumeration, when it counts right should that be one name.
        unless_name: Option<Box<str>>,
    },
    /// Someone with a post.
    PostHeld {
        /// The name, or the id that a link gives.
        name: Box<str>,
        /// The post and what follows it, in small letters.
        post: Box<str>,
    },
}

/// From how near the day a text must be known for a word to be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// « hier », « la semaine prochaine »: to the day.
    Day,
    /// « le mois dernier »: to the month.
    Month,
    /// « l'an dernier »: to the year.
    Year,
    /// « récemment »: any date will do.
    Vague,
}
