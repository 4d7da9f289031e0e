package io.plumbline;

import org.springframework.boot.diagnostics.FailureAnalysis;

/** Why the portal did not start, where one sentence is all that a person needs to mend it. */
class StartSentence extends FailureAnalysis {
    StartSentence(String sentence, Throwable cause) {
        super(sentence, null, cause);
    }
}
