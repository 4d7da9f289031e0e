package io.plumbline.access.web;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Identifies requests to Flow. */
final class FlowRequest {
    private FlowRequest() {}

    /**
     * Returns whether a request is of a type. Checks only the URL: parameters in a body would have to be waited for.
     */
    static boolean is(RequestType type, HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString()).stream()
                .flatMap(query -> Stream.of(query.split("&")))
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> parameter.length == 2
                        && decoded(parameter[0]).equals(ApplicationConstants.REQUEST_TYPE_PARAMETER))
                .anyMatch(parameter -> decoded(parameter[1]).equals(type.getIdentifier()));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            // rejected later by whatever reads the parameters
            return "";
        }
    }
}
