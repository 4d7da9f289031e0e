package io.plumbline.access.web;

import io.plumbline.shared.store.StoreAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Answers requests of pages without a session while the database is unavailable; a page with more specific handling
 * does it itself.
 */
@ControllerAdvice(annotations = Controller.class)
class PagesWhileAway {
    private static final String AGAIN_AFTER_SECONDS = "30";

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    String storeIsAway(
            RuntimeException failure, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!StoreAway.isCauseOf(failure)) {
            throw failure;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
        model.addAttribute("status", HttpStatus.SERVICE_UNAVAILABLE.value());
        model.addAttribute("path", request.getRequestURI());
        return "error";
    }
}
