package io.plumbline.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;

/** The reason why the portal did not start, if one sentence is all the user needs to fix it. */
class StartFailureMessage extends FailureAnalysis {
    StartFailureMessage(String sentence, Throwable cause) {
        super(sentence, null, cause);
    }
}
