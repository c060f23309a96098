/**
 * Gate and framework in one module that is not open: reflection from a bundle, which lives in an unnamed module, reaches neither.
 *
 * <p>Whatever bundles need from the platform is required here, because a bundle sees only what the boot layer holds.
 */
module org.sekisho.gate {
    requires static osgi.annotation;
    requires static org.jspecify;
    requires com.fazecast.jSerialComm;
    requires com.google.gson;
    requires org.bouncycastle.provider;
    requires java.desktop;
    requires java.logging;
    requires java.naming;
    requires java.security.sasl;
    requires java.sql;
    requires java.transaction.xa;
    requires java.xml;

    exports org.sekisho.gate.operate;
    exports org.sekisho.gate.program;
    exports org.sekisho.gate.serial;
    exports org.sekisho.gate.view;
    exports org.osgi.dto;
    exports org.osgi.framework;
    exports org.osgi.framework.connect;
    exports org.osgi.framework.dto;
    exports org.osgi.framework.hooks.bundle;
    exports org.osgi.framework.hooks.resolver;
    exports org.osgi.framework.hooks.service;
    exports org.osgi.framework.hooks.weaving;
    exports org.osgi.framework.launch;
    exports org.osgi.framework.namespace;
    exports org.osgi.framework.startlevel;
    exports org.osgi.framework.startlevel.dto;
    exports org.osgi.framework.wiring;
    exports org.osgi.framework.wiring.dto;
    exports org.osgi.resource;
    exports org.osgi.resource.dto;
    exports org.osgi.service.condition;
    exports org.osgi.service.packageadmin;
    exports org.osgi.service.resolver;
    exports org.osgi.service.startlevel;
    exports org.osgi.service.url;
    exports org.osgi.util.tracker;

    uses org.apache.felix.framework.ext.ClassPathExtenderFactory;
    uses org.osgi.framework.connect.FrameworkUtilHelper;
}
