cablepress.put("index",{"version":"8946008ab9ed","passages":28,"block":10,"common":[],"terms":"+clinton|statement"});
