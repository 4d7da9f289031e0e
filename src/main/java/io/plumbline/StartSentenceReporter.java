package io.plumbline;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints a start's one sentence instead of Boot's report; every other failure keeps that report. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartSentenceReporter implements FailureAnalysisReporter {
    @Override
    public void report(FailureAnalysis analysis) {
        if (!(analysis instanceof StartSentence)) return;
        System.err.println(analysis.getDescription());
        // all reporters are asked, and Boot's own comes after this one
        LoggingSystem.get(getClass().getClassLoader())
                .setLogLevel(LoggingFailureAnalysisReporter.class.getName(), LogLevel.OFF);
    }
}
