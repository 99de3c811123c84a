cablepress.put("index",{"version":"6368158f2535","passages":24,"block":9,"common":[],"terms":"+clinton"});
