package io.plumbline.access.web;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** What Flow is asked for. */
final class FlowRequest {
    private FlowRequest() {}

    /** Whether it is of a type, by its address alone: the parameters in a body would have to be waited for. */
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
            // refused by whoever reads the parameters
            return "";
        }
    }
}
