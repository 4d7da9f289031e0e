package io.plumbline.answers;

import java.util.List;

/**
 * A parsed page of answers to one question.
 *
 * @param question empty if the page has none
 * @param notUnderstood text that is neither the question nor an answer, so that nothing of the page is lost unnoticed
 */
public record AnswerPage(String question, List<AnswerDraft> answers, List<String> notUnderstood) {}
