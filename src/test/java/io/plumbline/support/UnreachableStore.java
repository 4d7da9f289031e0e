package io.plumbline.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** A store that a test takes away for a while: nobody gets a connection to it then. */
@Component
@Profile("test")
public class UnreachableStore implements BeanPostProcessor {
    private volatile boolean isAway;

    /** Does something while the store is away. */
    public <T> T during(Callable<T> action) throws Exception {
        isAway = true;
        try {
            return action.call();
        } finally {
            isAway = false;
            forgetTheWait();
        }
    }

    /** In a browserless test all clicks are one request, and one that the store did not answer is not waited for again. */
    private static void forgetTheWait() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute("io.plumbline.storeWait", RequestAttributes.SCOPE_REQUEST);
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource store
                ? Proxy.newProxyInstance(
                        DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                            if (isAway && method.getName().equals("getConnection")) {
                                throw new SQLTransientConnectionException("The test has taken the store away");
                            }
                            try {
                                return method.invoke(store, args);
                            } catch (InvocationTargetException failed) {
                                throw failed.getTargetException();
                            }
                        })
                : bean;
    }
}
