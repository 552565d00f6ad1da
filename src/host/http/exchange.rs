//! One request and the right to answer it.

use super::answer::Answer;
use super::connection::Connection;
use super::refusal::Refusal;
use super::request::{Method, Request};
use super::response::Response;

/// How a refusal is worded.
pub(super) type Words = fn(&Refusal) -> String;

/// A request that waits for its answer. It may be sent to another thread and answered there; one that
/// is dropped is answered 500.
pub struct Exchange {
    request: Request,
    /// Nothing once it is answered.
    connection: Option<Connection>,
    words: Words,
}

impl Exchange {
    pub(super) const fn new(request: Request, connection: Connection, words: Words) -> Self {
        Self { request, connection: Some(connection), words }
    }

    /// What is asked for.
    pub const fn request(&self) -> &Request {
        &self.request
    }

    /// Answers. That a client is gone by now is nobody's fault and is not told.
    pub fn respond(mut self, response: Response) {
        self.answer(response);
    }

    /// Whether the client has closed its connection and waits for no answer.
    pub fn is_client_gone(&self) -> bool {
        self.connection.as_ref().is_none_or(Connection::is_client_gone)
    }

    fn answer(&mut self, response: Response) {
        let Some(connection) = self.connection.take() else {
            return;
        };
        connection.is_answered();
        let answer = Answer::new(Some(&self.request), response);
        if answer.write(connection.stream(), self.request.method() == Method::Get).is_ok() {
            connection.finish();
        }
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        self.answer(refusal_response(&Refusal::Unanswered, self.words));
    }
}

/// Answers a connection whose request reached no handler.
pub(super) fn refuse(connection: &Connection, refusal: &Refusal, is_head: bool, words: Words) {
    let answer = Answer::new(None, refusal_response(refusal, words));
    if answer.write(connection.stream(), !is_head).is_ok() {
        connection.finish_refusal();
    }
}

/// A refusal in words, as plain text.
pub(super) fn refusal_response(refusal: &Refusal, words: Words) -> Response {
    let response = Response::new(refusal.status(), "text/plain; charset=utf-8", words(refusal) + "\n");
    match refusal {
        Refusal::Method => response.with_header("Allow", "GET, HEAD"),
        _ => response,
    }
}
