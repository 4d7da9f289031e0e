package io.plumbline.exercises;

import java.util.List;

/**
 * A page of answers to one question, as it was understood.
 *
 * @param question empty where the page asks none
 * @param notUnderstood what is neither the question nor an answer, so that nothing of the page is lost unseen
 */
public record AnswerPage(String question, List<AnswerDraft> answers, List<String> notUnderstood) {}
