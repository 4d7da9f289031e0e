package io.plumbline.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints the single sentence of a failed start instead of Spring Boot's report; other failures keep that report. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureReporter implements FailureAnalysisReporter {
    @Override
    public void report(FailureAnalysis analysis) {
        if (!(analysis instanceof StartFailureMessage)) return;
        System.err.println(analysis.getDescription());
        // all reporters run, and Spring Boot's own comes after this one
        LoggingSystem.get(getClass().getClassLoader())
                .setLogLevel(LoggingFailureAnalysisReporter.class.getName(), LogLevel.OFF);
    }
}
