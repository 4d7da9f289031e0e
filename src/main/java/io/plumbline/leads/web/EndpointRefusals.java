package io.plumbline.leads.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers malformed requests to the JSON endpoint; the public pages handle their own. */
@RestControllerAdvice
class EndpointRefusals {
    @ExceptionHandler({
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class
    })
    ResponseEntity<ProblemDetail> refused(Exception refusal, HttpServletRequest request) throws Exception {
        if (!request.getServletPath().equals(PublicConsultations.ADDRESS)
                || !(refusal instanceof ErrorResponse answer)) {
            throw refusal;
        }
        var status = HttpStatus.valueOf(answer.getStatusCode().value());
        return ResponseEntity.status(status)
                .headers(answer.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, "Post one JSON object here, as application/json"));
    }
}
